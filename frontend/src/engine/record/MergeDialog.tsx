/** Makes two records one: which stays, whose value stays where they differ, what moves along; with a way back. */

import { IconArrowsExchange } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { Button, Dialog, Field, FormSkeleton, toast } from '@/design'
import { api, problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import { titleOf } from '@/platform/meta'
import { recordPath } from '@/platform/paths'
import { queryClient } from '@/platform/query'
import type { LinkValue, ObjectMeta, Rec } from '@/platform/types'
import { touchLists } from '../data/list'
import { records } from '../data/store'
import { toWrite } from '../fields/write'
import { Named, RecordList } from '../lookup/RecordList'
import { findField } from '../meta/paths'
import { PickField } from '../parts/PickField'
import { MergeSides } from './MergeSides'
import classes from './merge.module.css'
import { type Preview, useMergePreview } from './useMergePreview'

interface MergeDialogProps {
  readonly object: ObjectMeta
  readonly rec: Rec
  readonly onClose: () => void
}

export function MergeDialog({ object, rec, onClose }: MergeDialogProps) {
  const [other, setOther] = useState<LinkValue>()
  const [swapped, setSwapped] = useState(false)
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const winner = swapped && other ? other.id : rec.id
  const loser = swapped ? rec.id : other?.id
  const { preview, error } = useMergePreview(object, winner, loser)
  const { busy, run } = useMerge(object, onClose)
  const which = t('engine.merge.which', { object: object.label })
  const choose = (name: string, side: 'mine' | 'theirs'): void => {
    const next = new Set(taken)
    if (side === 'theirs') next.add(name)
    else next.delete(name)
    setTaken(next)
  }
  const swap = (): void => {
    setSwapped(!swapped)
    setTaken(new Set())
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('engine.merge.title')}
      size={720}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            variant="primary"
            loading={busy}
            disabled={!preview || !loser}
            onClick={() => loser && preview && void run(winner, loser, valuesOf(object, preview, taken))}
          >
            {t('engine.merge.run')}
          </Button>
        </>
      }
    >
      <Field label={which}>
        <PickField label={which} content={other ? <Named object={object.name} label={other.label ?? ''} /> : null}>
          {(close) => (
            <RecordList
              object={object.name}
              label={which}
              selected={other ? [other] : []}
              onPick={(link) => {
                if (link.id !== rec.id) setOther(link)
                setTaken(new Set())
                close()
              }}
            />
          )}
        </PickField>
      </Field>
      {error ? <p role="alert">{problemText(error)}</p> : null}
      {other && !preview && !error ? <FormSkeleton fields={3} /> : null}
      {preview ? (
        <>
          <div className={classes.stays}>
            <p>
              {t('record.merge.stays', {
                name: titleOf(object, preview.records[0]),
                other: titleOf(object, preview.records[1]),
              })}
            </p>
            <Button size="sm" icon={<IconArrowsExchange size={16} />} onClick={swap}>
              {t('record.merge.swap')}
            </Button>
          </div>
          <MergeSides object={object} preview={preview} taken={taken} onChoose={choose} />
          <Moving preview={preview} />
        </>
      ) : null}
    </Dialog>
  )
}

function Moving({ preview }: { preview: Preview }) {
  if (preview.moving.length === 0) return <p className={classes.moving}>{t('record.merge.nothing_moves')}</p>
  return (
    <div className={classes.moving}>
      <p>{t('record.merge.moves')}</p>
      <ul>
        {preview.moving.map(({ object, field, label, count }) => (
          <li key={`${object}.${field}`}>{t('record.merge.moving', { label, count })}</li>
        ))}
      </ul>
    </div>
  )
}

/** The fields that were decided by hand, in the form that the server takes. */
function valuesOf(object: ObjectMeta, preview: Preview, taken: ReadonlySet<string>) {
  return Object.fromEntries(
    [...taken].flatMap((name) => {
      const field = findField(object, name)
      return field ? [[name, toWrite(field, preview.records[1][name])]] : []
    }),
  )
}

function useMerge(object: ObjectMeta, onClose: () => void) {
  const navigate = useNavigate()
  const [busy, setBusy] = useState(false)
  const fail = (error: unknown): void => {
    toast({ text: problemText(error), tone: 'danger' })
  }
  const refresh = (): void => {
    touchLists(object.name)
    void queryClient.invalidateQueries()
  }
  const run = async (winner: string, loser: string, values: Readonly<Record<string, unknown>>): Promise<void> => {
    setBusy(true)
    let batch: string | null = null
    const onHeaders = (headers: Headers): void => {
      batch = headers.get('X-Batch')
    }
    try {
      const merged = await api.post<Rec>(
        `/records/${object.name}/${winner}/merge`,
        { from: [loser], values },
        { onHeaders },
      )
      records.receive(object.name, merged)
      records.markGone(object.name, loser)
      onClose()
      await navigate({ to: recordPath(object.name, winner) })
      const undo = (): void => void api.post('/undo', { batch }).then(refresh, fail)
      toast({
        text: t('engine.merge.done', { name: titleOf(object, merged) }),
        ...(batch ? { undo } : { tone: 'good' as const }),
      })
      refresh()
    } catch (error) {
      fail(error)
    } finally {
      setBusy(false)
    }
  }
  return { busy, run }
}
