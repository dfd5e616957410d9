/** The tags that are in use on an object's field, as far as its latest records show, most used first. */

import { useQuery } from '@tanstack/react-query'
import { api } from '@/platform/api'
import { keys } from '@/platform/keys'
import type { Page, Rec } from '@/platform/types'

const NONE: readonly string[] = []
const SAMPLE = 200

export function useUsedTags(object: string, field: string): readonly string[] {
  const query = {
    where: { field, op: 'not_empty' },
    sort: [{ by: 'updated_at', desc: true }],
    fields: [field],
    limit: SAMPLE,
    count: 'none',
  }
  return (
    useQuery({
      queryKey: ['tags', ...keys.list(object, query)],
      queryFn: ({ signal }) => api.post<Page<Rec>>(`/query/${object}`, query, { signal }),
      select: (page) => tagsIn(page.items.map((rec) => rec[field])),
      enabled: object !== '',
      staleTime: 60_000,
    }).data ?? NONE
  )
}

function tagsIn(values: readonly unknown[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const tag of values.flat()) {
    if (typeof tag === 'string') counts.set(tag, (counts.get(tag) ?? 0) + 1)
  }
  return [...counts].sort((one, other) => other[1] - one[1]).map(([tag]) => tag)
}
