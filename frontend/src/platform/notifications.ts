/** What concerns me: the list behind the bell, how much of it is unread, and what I want to hear of. */

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Notifications } from '@/generated/api'
import { api } from './api'
import { onLive } from './live'
import { queryClient } from './query'
import type { FieldChange } from './types'

export type Notification = Omit<Notifications['items'][number], 'changes'> & {
  readonly changes: readonly FieldChange[]
}
type Inbox = Omit<Notifications, 'items'> & { readonly items: readonly Notification[] }

/** Why somebody may be told; each can be switched off. The server knows the same names. */
export const REASONS = ['assigned', 'added', 'owner', 'activity', 'mentioned', 'due', 'reminder', 'import'] as const

const ALL = ['notifications'] as const
const UNREAD = [...ALL, 'unread'] as const

export const unreadQuery = queryOptions({
  queryKey: UNREAD,
  queryFn: ({ signal }) => api.get<{ unread: number }>('/notifications/unread', { signal }),
  staleTime: 60_000,
  select: ({ unread }) => unread,
})

export const inboxQuery = infiniteQueryOptions({
  queryKey: [...ALL, 'list'],
  queryFn: ({ signal, pageParam }) => api.get<Inbox>('/notifications', { signal, params: { after: pageParam } }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (last) => last.next ?? undefined,
})

/** Keeps the bell up to date; returns how to stop. */
export function listenForNotifications(): () => void {
  return onLive('notification', () => void queryClient.invalidateQueries({ queryKey: ALL }))
}

/** Marks some, or all, as read or unread. */
export async function markNotifications(ids: readonly number[] | 'all', read = true): Promise<void> {
  const body = ids === 'all' ? { read } : { ids: [...ids], read }
  const answer = await api.post<{ unread: number }>('/notifications/read', body)
  queryClient.setQueryData(UNREAD, answer)
  await queryClient.invalidateQueries({ queryKey: inboxQuery.queryKey })
}
