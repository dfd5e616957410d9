/** What objects and fields there are, in the reader's language; refreshed when an administrator changes them. */

import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { api } from './api'
import { keys } from './keys'
import type { FieldMeta, Meta, ObjectMeta, Rec } from './types'

export const metaQuery = queryOptions({
  queryKey: keys.meta,
  queryFn: ({ signal }) => api.get<Meta>('/meta', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
})

/** Metadata; only inside the signed-in layout, which loads it first. */
export function useMeta(): Meta {
  return useSuspenseQuery(metaQuery).data
}

/** Metadata where it may not have come yet. */
export function useMetaMaybe(): Meta | undefined {
  return useQuery(metaQuery).data
}

export function useObject(name: string): ObjectMeta | undefined {
  return useMeta().objects.find((object) => object.name === name)
}

export function useField(object: string, name: string): FieldMeta | undefined {
  return useObject(object)?.fields.find((field) => field.name === name)
}

/** What people call this record. */
export function titleOf(object: ObjectMeta | undefined, rec: Rec): string {
  const value = rec[object?.title_field ?? 'name']
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
