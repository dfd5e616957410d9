/** The tags that are in use on an object's field, most used first. */

import { useQuery } from '@tanstack/react-query'
import { api } from '@/platform/api'
import { keys } from '@/platform/keys'
import type { AggregateResult } from '@/platform/types'

const NONE: readonly string[] = []
const MOST = 200

export function useUsedTags(object: string, field: string): readonly string[] {
  const query = { group: [{ by: field }], measures: [{ op: 'count', as: 'n' }], limit: MOST }
  return (
    useQuery({
      queryKey: keys.aggregate(object, query),
      queryFn: ({ signal }) => api.post<AggregateResult>(`/aggregate/${object}`, query, { signal }),
      select: tagsIn,
      staleTime: 60_000,
      retry: false,
    }).data ?? NONE
  )
}

/** A group key is one tag, or the whole list of one record, as the server likes it. */
function tagsIn(result: AggregateResult): readonly string[] {
  const counts = new Map<string, number>()
  for (const {
    keys: [key],
    values,
  } of result.groups) {
    for (const tag of Array.isArray(key) ? key : [key]) {
      if (typeof tag === 'string') counts.set(tag, (counts.get(tag) ?? 0) + (values.n ?? 0))
    }
  }
  return [...counts].sort((one, other) => other[1] - one[1]).map(([tag]) => tag)
}
