/** One record, read whole and kept up to date. */

import { useQuery } from '@tanstack/react-query'
import { api } from '@/platform/api'
import { keys } from '@/platform/keys'
import { useWatch } from '@/platform/live'
import type { Rec } from '@/platform/types'
import type { Entry } from '../store/entry'
import { records, useEntry } from './store'

export interface LoadedRecord {
  readonly entry: Entry | undefined
  readonly loading: boolean
  readonly error: unknown
  readonly retry: () => void
}

export function useLoadedRecord(object: string, id: string): LoadedRecord {
  useWatch(object, id)
  const { isPending, error, refetch, isSuccess } = useQuery({
    queryKey: keys.record(object, id),
    queryFn: async ({ signal }) => {
      const rec = await api.get<Rec>(`/records/${object}/${id}`, { signal })
      records.receive(object, rec)
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
