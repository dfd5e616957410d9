/** Finds records to link to while somebody types, and the names of records known by id only. */

import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '@/platform/api'
import { keys } from '@/platform/keys'
import { titleOf, useMeta } from '@/platform/meta'
import type { Page, Rec, SearchItem } from '@/platform/types'

const PAUSE = 120
const AGAIN = 2000
const NONE: readonly SearchItem[] = []

export function useLookup(object: string, text: string) {
  const [wanted] = useDebouncedValue(text.trim(), text ? PAUSE : 0)
  const { data, isFetching } = useQuery({
    queryKey: keys.lookup(object, wanted),
    queryFn: ({ signal }) =>
      api.get<{ items: readonly SearchItem[] }>(`/lookup/${object}`, { params: { q: wanted, limit: 20 }, signal }),
    placeholderData: keepPreviousData,
    staleTime: 5_000,
    // A record made a moment ago is found as soon as the index has it.
    refetchInterval: ({ state }) => (wanted && state.data?.items.length === 0 ? AGAIN : false),
  })
  return { items: data?.items ?? NONE, loading: isFetching || wanted !== text.trim() }
}

const names = new Map<string, string>()

/** Remembers a name that was on screen, so that a chip need not ask for it. */
export function rememberName(object: string, id: string, label: string | null): void {
  if (label) names.set(`${object}/${id}`, label)
}

/** The names of records by id; what is not known yet is asked for once. */
export function useNames(object: string, ids: readonly string[]): ReadonlyMap<string, string> {
  const title = useMeta().objects.find((each) => each.name === object)
  const missing = ids.filter((id) => !names.has(`${object}/${id}`))
  useQuery({
    queryKey: ['names', object, ...missing],
    enabled: missing.length > 0 && title !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const query = {
        where: { field: 'id', op: 'in', value: missing },
        fields: [title?.title_field ?? 'name'],
        limit: Math.min(200, missing.length),
        count: 'none',
      }
      const page = await api.post<Page<Rec>>(`/query/${object}`, query, { signal })
      for (const rec of page.items) rememberName(object, rec.id, titleOf(title, rec))
      return page.items.length
    },
  })
  return new Map(ids.map((id) => [id, names.get(`${object}/${id}`) ?? '…']))
}
