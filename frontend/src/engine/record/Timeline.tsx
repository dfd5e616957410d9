/** What has been said and done about a record, as a conversation: the newest first, one voice at a time. */

import { useInfiniteQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Button, EmptyState, ErrorState, ListSkeleton } from '@/design'
import { api } from '@/platform/api'
import { currentTimezone, formatDay } from '@/platform/format'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import type { Change, ObjectMeta, Page, Rec } from '@/platform/types'
import { wallTime } from '../fields/datetime/zone'
import { Composer } from './Composer'
import { TimelineEntry } from './TimelineEntry'
import { newestFirst, readTimeline } from './timeline'
import classes from './timeline.module.css'
import { useActivities } from './useActivities'

export function Timeline({ object, rec }: { object: ObjectMeta; rec: Rec }) {
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: keys.timeline(object.name, rec.id),
    queryFn: ({ signal, pageParam }) =>
      api.get<Page<Change>>(`/records/${object.name}/${rec.id}/timeline`, { params: { after: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
  })
  const changes = useMemo(() => newestFirst(data?.pages.flatMap((page) => page.items) ?? []), [data])
  useActivities(changes)
  const days = useMemo(() => {
    const zone = currentTimezone()
    return readTimeline(changes, (at) => wallTime(at, zone).day)
  }, [changes])
  return (
    <section className={classes.timeline} aria-label={t('engine.record.timeline')}>
      <Composer object={object} rec={rec} />
      {error ? <ErrorState error={error} onRetry={() => void refetch()} inline /> : null}
      {isPending ? <ListSkeleton rows={5} /> : null}
      {data && days.length === 0 ? (
        <EmptyState inline title={t('engine.timeline.none')} body={t('engine.timeline.none_body')} />
      ) : null}
      {days.map(({ day, entries }) => (
        <section key={day} className={classes.day}>
          <h2 className={classes.dayName}>{formatDay(day)}</h2>
          <ol className={classes.entries}>
            {entries.map((entry) => (
              <TimelineEntry key={entry.key} object={object} rec={rec} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {hasNextPage ? (
        <Button variant="quiet" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('engine.timeline.older')}
        </Button>
      ) : null}
    </section>
  )
}
