/** A record beside the list: read it, change it, go on to the next with j and k. */

import { Button, ErrorState, FormSkeleton } from '@/design'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import { useLoadedRecord } from '../data/record'
import { RecordView } from '../record/RecordView'
import classes from './list.module.css'

interface PeekProps {
  readonly object: ObjectMeta
  readonly id: string
  readonly onClose: () => void
}

export function Peek({ object, id, onClose }: PeekProps) {
  const { entry, loading, error, retry } = useLoadedRecord(object.name, id)
  return (
    <aside className={classes.peek} aria-label={t('engine.list.peek_panel')}>
      {error ? (
        <ErrorState error={error} onRetry={retry} action={<Button onClick={onClose}>{t('action.close')}</Button>} />
      ) : loading || !entry ? (
        <FormSkeleton fields={6} />
      ) : (
        <RecordView key={id} object={object} entry={entry} narrow onClose={onClose} />
      )}
    </aside>
  )
}
