/** Every value that a field has had, who set it and when. */

import { IconArrowRight } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Dialog, EmptyState, ErrorState, ListSkeleton, Person } from '@/design'
import { api } from '@/platform/api'
import { formatDateTime } from '@/platform/format'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import type { FieldMeta, ObjectMeta } from '@/platform/types'
import { FieldValue, valueText } from '../fields/FieldValue'
import { isEmpty } from '../store/entry'
import type { HistoryItem } from './FieldStory'
import classes from './record.module.css'

interface HistoryDialogProps {
  readonly object: ObjectMeta
  readonly id: string
  readonly field: FieldMeta
  readonly onClose: () => void
}

export function HistoryDialog({ object, id, field, onClose }: HistoryDialogProps) {
  const { data, error, refetch } = useQuery({
    queryKey: keys.history(object.name, id, field.name),
    queryFn: ({ signal }) =>
      api.get<{ items: readonly HistoryItem[] }>(`/records/${object.name}/${id}/history/${field.name}`, { signal }),
    staleTime: 0,
  })
  return (
    <Dialog open onClose={onClose} title={t('engine.history.of', { field: field.label })} size={520}>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} inline /> : null}
      {!data && !error ? <ListSkeleton rows={4} /> : null}
      {data?.items.length === 0 ? <EmptyState inline title={t('engine.history.none')} /> : null}
      <ol className={classes.historyList}>
        {data?.items.map((item) => (
          <li key={item.id} className={classes.historyItem}>
            <Person name={item.actor?.label ?? t('engine.someone')} size={24} hint={formatDateTime(item.at)} />
            <span className={classes.historyValue}>
              {isEmpty(item.before) ? null : (
                <>
                  <s className={classes.historyBefore}>{valueText(field, item.before)}</s>
                  <IconArrowRight size={14} aria-label={t('engine.timeline.became')} />
                </>
              )}
              <FieldValue field={field} value={item.after} wide empty={<em>{t('engine.pick.empty')}</em>} />
            </span>
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
