/** What was brought in before, newest first. */

import { Card, EmptyState, ErrorState, ListSkeleton } from '@/design'
import { formatRelative } from '@/platform/format'
import { t } from '@/platform/i18n'
import { useMeta } from '@/platform/meta'
import classes from './exchange.module.css'
import type { Place } from './ImportPage'
import { usePastImports } from './useImport'

export function History({ onPlace }: { onPlace: (place: Place) => void }) {
  const { data, error, refetch, isPending } = usePastImports()
  const { objects } = useMeta()
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} inline />
  if (isPending) return <ListSkeleton rows={3} />
  return (
    <Card title={t('exchange.past')} flush>
      {data.items.length === 0 ? (
        <EmptyState inline title={t('exchange.past_none')} body={t('exchange.past_none_body')} />
      ) : null}
      <ul className={classes.findings}>
        {data.items.map((past) => (
          <li key={past.id}>
            <button
              type="button"
              className={classes.past}
              onClick={() => onPlace({ id: past.id, object: past.object ?? undefined })}
            >
              <span className={classes.pastName}>{past.name}</span>
              <span className={classes.soft}>
                {objects.find((object) => object.name === past.object)?.plural ?? ''}
                {' · '}
                {t(`exchange.short.${past.state}`, { count: (past.created ?? 0) + (past.updated ?? 0) })}
                {past.rejected ? ` · ${t('exchange.left', { count: past.rejected })}` : ''}
              </span>
              <time className={classes.soft} dateTime={past.created_at}>
                {formatRelative(past.created_at)}
              </time>
            </button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
