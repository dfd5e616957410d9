/** What a merge would do, asked of the server before anybody decides. */

import { useQuery } from '@tanstack/react-query'
import { api } from '@/platform/api'
import type { ObjectMeta, Rec } from '@/platform/types'

export interface Preview {
  /** What there is now: the one that stays, then the one that goes. */
  readonly records: readonly [Rec, Rec]
  readonly differing: readonly string[]
  /** Empty fields of the one that stays, each with the record that fills it. */
  readonly filled: Readonly<Record<string, string>>
  readonly moving: readonly { object: string; label: string; field: string; count: number }[]
}

export function useMergePreview(object: ObjectMeta, winner: string, loser: string | undefined) {
  const { data, error } = useQuery({
    queryKey: ['merge', object.name, winner, loser],
    queryFn: ({ signal }) =>
      api.post<Preview>(`/records/${object.name}/${winner}/merge/preview`, { from: [loser] }, { signal }),
    enabled: loser !== undefined,
    staleTime: 0,
    gcTime: 0,
  })
  return { preview: loser === undefined ? undefined : data, error }
}
