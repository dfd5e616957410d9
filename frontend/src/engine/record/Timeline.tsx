/** What has been said and done about a record, as a conversation: the newest first, one voice at a time. */

import { useInfiniteQuery } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { Button, EmptyState, ErrorState, ListSkeleton } from '@/design'
import { api } from '@/platform/api'
import { currentTimezone, formatDay } from '@/platform/format'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { watch } from '@/platform/live'
import { useMeta } from '@/platform/meta'
import type { Change, ObjectMeta, Page, Rec } from '@/platform/types'
import { wallTime } from '../fields/datetime/zone'
import { LateSegments } from '../parts/LateSegments'
import { NextSteps } from './NextSteps'
import { namesOf, type Saying, type Tone, tellings } from './sayings'
import { TimelineEntry } from './TimelineEntry'
import { newestFirst, readTimeline } from './timeline'
import classes from './timeline.module.css'
import { useActivities } from './useActivities'

const Composer = lazy(() => import('./Composer').then((file) => ({ default: file.Composer })))

const TONES: readonly Tone[] = ['all', 'talk', 'tasks', 'changes']

export function Timeline({ object, rec }: { object: ObjectMeta; rec: Rec }) {
  const meta = useMeta()
  const ways = useMemo(() => tellings(meta, object), [meta, object])
  const [tone, setTone] = useState<Tone>('all')
  useWatchAll(ways)
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useTold(
    object,
    rec,
    tone,
    ways,
  )
  const changes = useMemo(() => newestFirst(data?.pages.flatMap((page) => page.items) ?? []), [data])
  useActivities(changes)
  const days = useMemo(() => {
    const zone = currentTimezone()
    return readTimeline(changes, (at) => wallTime(at, zone).day)
  }, [changes])
  return (
    <section className={classes.timeline} aria-label={t('engine.record.timeline')}>
      <NextSteps object={object} rec={rec} ways={ways} />
      <Suspense fallback={<div style={{ height: 'calc(var(--control-h) + var(--s-5))' }} aria-busy />}>
        <Composer object={object} rec={rec} />
      </Suspense>
      {ways.length > 0 ? (
        <LateSegments
          className={classes.tones}
          size="sm"
          aria-label={t('record.timeline.show')}
          value={tone}
          onChange={(next) => setTone(next as Tone)}
          data={TONES.map((value) => ({ value, label: t(`record.timeline.tone.${value}`) }))}
        />
      ) : null}
      {error ? <ErrorState error={error} onRetry={() => void refetch()} inline /> : null}
      {isPending ? <ListSkeleton rows={5} /> : null}
      {data && days.length === 0 && !hasNextPage ? (
        <EmptyState
          inline
          title={t(tone === 'all' ? 'engine.timeline.none' : 'record.timeline.none_of_these')}
          body={tone === 'all' ? t('engine.timeline.none_body') : undefined}
        />
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

function useTold(object: ObjectMeta, rec: Rec, tone: Tone, ways: readonly Saying[]) {
  const only = namesOf(tone, ways).join(',') || undefined
  return useInfiniteQuery({
    // All of it comes with the record, under the same name.
    queryKey: keys.timeline(object.name, rec.id, ...(only ? [only] : [])),
    queryFn: ({ signal, pageParam }) =>
      api.get<Page<Change>>(`/records/${object.name}/${rec.id}/timeline`, {
        params: { after: pageParam, only },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next ?? null,
  })
}

/** A task that a colleague adds shows up here while the page is open. */
function useWatchAll(ways: readonly Saying[]): void {
  useEffect(() => {
    const offs = ways.map(({ object }) => watch({ object: object.name }))
    return () => {
      for (const off of offs) off()
    }
  }, [ways])
}
