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
  readonly onClose?: () => void
  /** Takes all the room that is left, as one half of a page. */
  readonly wide?: boolean
}

export function Peek({ object, id, onClose, wide }: PeekProps) {
  const { entry, loading, error, retry } = useLoadedRecord(object.name, id)
  return (
    <aside className={wide ? classes.half : classes.peek} aria-label={t('engine.list.peek_panel')}>
      {error ? (
        <ErrorState
          error={error}
          onRetry={retry}
          action={onClose ? <Button onClick={onClose}>{t('action.close')}</Button> : undefined}
        />
      ) : loading || !entry ? (
        <FormSkeleton fields={6} />
      ) : (
        <RecordView key={id} object={object} entry={entry} narrow {...(onClose ? { onClose } : {})} />
      )}
    </aside>
  )
}
