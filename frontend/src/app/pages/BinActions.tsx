/** What can be done with the chosen records of the bin, all at once. */

import { useState } from 'react'
import { Button, Checkbox, confirm } from '@/design'
import { t } from '@/platform/i18n'
import { useSession } from '@/platform/session'
import classes from './bin.module.css'
import { type Binned, erase, restore } from './binned'

interface BinActionsProps {
  readonly items: readonly Binned[]
  readonly picked: readonly Binned[]
  readonly onAll: (all: boolean) => void
  readonly onOver: () => void
}

export function BinActions({ items, picked, onAll, onOver }: BinActionsProps) {
  const isAdmin = useSession().admin
  const [busy, setBusy] = useState(false)
  const all = items.length > 0 && picked.length === items.length
  const act = (work: (items: readonly Binned[]) => Promise<void>): void => {
    setBusy(true)
    void work(picked)
      .then(onOver)
      .finally(() => setBusy(false))
  }
  const remove = async (): Promise<void> => {
    const question = { title: t('bin.eraseAsk', { count: picked.length }), body: t('bin.eraseBody') }
    if (await confirm({ ...question, action: t('bin.erase'), danger: true })) act(erase)
  }
  return (
    <div className={classes.actions}>
      <Checkbox
        label={t('bin.all')}
        checked={all}
        indeterminate={picked.length > 0 && !all}
        onChange={() => onAll(!all)}
      />
      {picked.length > 0 ? (
        <>
          <Button variant="primary" loading={busy} onClick={() => act(restore)}>
            {t('bin.restoreMany', { count: picked.length })}
          </Button>
          {isAdmin ? (
            <Button variant="danger" disabled={busy} onClick={() => void remove()}>
              {t('bin.erase')}
            </Button>
          ) : null}
        </>
      ) : null}
    </div>
  )
}
