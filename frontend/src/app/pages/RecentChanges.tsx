/** What colleagues have done lately, told like a conversation. */

import { IconMessageCircle } from '@tabler/icons-react'
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { Button, Card, EmptyState, ErrorState, ListSkeleton } from '@/design'
import { api } from '@/platform/api'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import type { Change, Page } from '@/platform/types'
import { ChangeLine } from './ChangeLine'
import { groupChanges } from './changeGroups'
import classes from './Home.module.css'

export const changesQuery = infiniteQueryOptions({
  queryKey: keys.changes,
  queryFn: ({ signal, pageParam }) => api.get<Page<Change>>('/changes', { signal, params: { after: pageParam } }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.next ?? undefined,
})

export function RecentChanges() {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(changesQuery)
  const changes = data?.pages.flatMap((each) => each.items) ?? []
  return (
    <Card flush title={t('home.changes')}>
      {isPending && <ListSkeleton rows={6} />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} inline />}
      {data && changes.length === 0 && (
        <EmptyState
          inline
          icon={<IconMessageCircle size={20} />}
          title={t('home.noChanges')}
          body={t('home.noChangesBody')}
        />
      )}
      <ul className={classes.events}>
        {groupChanges(changes).map((group) => (
          <ChangeLine key={group.first.id} group={group} />
        ))}
      </ul>
      {hasNextPage && (
        <div className={classes.more}>
          <Button variant="quiet" wide loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('home.older')}
          </Button>
        </div>
      )}
    </Card>
  )
}
