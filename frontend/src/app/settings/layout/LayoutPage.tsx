/** Arranging the record page of an object: what stands at the top, which sections and tabs follow, with a preview. */

import { useBlocker, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { Banner, Button, confirm, toast } from '@/design'
import { problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import { useObject } from '@/platform/meta'
import type { ObjectMeta } from '@/platform/types'
import { NotFound } from '../../pages/NotFound'
import { setLayout } from '../objects/design'
import { ObjectPage } from '../objects/ObjectPage'
import { Canvas } from './Canvas'
import { Highlights } from './Highlights'
import classes from './layout.module.css'
import { draftOf, faultOf, isSame, type LayoutDraft, sectionsOf } from './model'
import { Preview } from './Preview'

export function LayoutPage() {
  const { name = '' } = useParams({ strict: false })
  const object = useObject(name)
  return object ? <Editor key={object.name} object={object} /> : <NotFound />
}

function Editor({ object }: { readonly object: ObjectMeta }) {
  const kept = draftOf(object)
  const [start, setStart] = useState(kept)
  const [draft, setDraft] = useState(kept)
  const [busy, setBusy] = useState(false)
  const dirty = !isSame(draft, start)
  const changedElsewhere = !isSame(kept, start)
  const take = (next: LayoutDraft) => {
    setStart(next)
    setDraft(next)
  }
  // Somebody else has arranged it: take theirs over, unless it would cost work in progress.
  useEffect(() => {
    if (changedElsewhere && !dirty && !busy) take(kept)
  })
  useLeaveGuard(dirty && !busy)
  const save = async () => {
    setBusy(true)
    try {
      await setLayout(object.name, { highlights: draft.highlights, sections: sectionsOf(draft) })
      setStart(draft)
      toast({ text: t('layout.saved'), tone: 'good' })
    } catch (error) {
      toast({ text: problemText(error), tone: 'danger' })
    }
    setBusy(false)
  }
  const fault = dirty ? faultOf(draft) : undefined
  const actions = (
    <>
      <Button disabled={!dirty || busy} onClick={() => setDraft(start)}>
        {t('layout.discard')}
      </Button>
      <Button variant="primary" loading={busy} disabled={!dirty || fault !== undefined} onClick={() => void save()}>
        {t('action.save')}
      </Button>
    </>
  )
  return (
    <ObjectPage object={object} actions={actions}>
      {fault && <Banner tone="warn">{t(fault)}</Banner>}
      {dirty && changedElsewhere && (
        <Banner
          tone="warn"
          action={
            <Button size="sm" onClick={() => take(kept)}>
              {t('layout.takeTheirs')}
            </Button>
          }
        >
          {t('layout.changedElsewhere')}
        </Banner>
      )}
      <div className={classes.columns}>
        <div className={classes.canvas}>
          <Highlights object={object} draft={draft} onChange={setDraft} />
          <Canvas object={object} draft={draft} onChange={setDraft} />
        </div>
        <Preview object={object} draft={draft} />
      </div>
    </ObjectPage>
  )
}

/** Asks once before work is lost. */
function useLeaveGuard(dirty: boolean): void {
  useBlocker({
    shouldBlockFn: async () =>
      !(await confirm({ title: t('layout.leave'), action: t('layout.discard'), danger: true })),
    disabled: !dirty,
    enableBeforeUnload: dirty,
  })
}
