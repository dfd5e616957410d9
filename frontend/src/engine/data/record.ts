/** One record, read whole and kept up to date. */

import { type InfiniteData, useQuery } from '@tanstack/react-query'
import { api } from '@/platform/api'
import { keys } from '@/platform/keys'
import { useWatch } from '@/platform/live'
import { queryClient } from '@/platform/query'
import type { Change, Page, Rec } from '@/platform/types'
import type { Entry } from '../store/entry'
import { records, useEntry } from './store'

export interface LoadedRecord {
  readonly entry: Entry | undefined
  readonly loading: boolean
  readonly error: unknown
  readonly retry: () => void
}

/** A record's page shows both, so they come together. */
type RecWithTimeline = Rec & { readonly _timeline: Page<Change> }

const FIRST_LINES = 20

/** Older pages that somebody has opened stay as they are. */
function keepTimeline(object: string, id: string, first: Page<Change>): void {
  queryClient.setQueryData<InfiniteData<Page<Change>>>(keys.timeline(object, id), (known) =>
    known && known.pages.length > 1 ? known : { pages: [first], pageParams: [null] },
  )
}

export function useLoadedRecord(object: string, id: string): LoadedRecord {
  useWatch(object, id)
  const { isPending, error, refetch, isSuccess } = useQuery({
    queryKey: keys.record(object, id),
    queryFn: async ({ signal }) => {
      const params = { timeline: FIRST_LINES }
      const { _timeline, ...rec } = await api.get<RecWithTimeline>(`/records/${object}/${id}`, { params, signal })
      records.receive(object, rec)
      keepTimeline(object, id, _timeline)
      return rec
    },
    staleTime: 5_000,
  })
  const entry = useEntry(object, id)
  return {
    entry: isSuccess || entry?.gone ? entry : undefined,
    loading: isPending,
    error: entry?.gone ? undefined : error,
    retry: () => void refetch(),
  }
}
