/** Reading and changing records by the generic API, for pages that are not the engine's. */

import { queryOptions } from '@tanstack/react-query'
import { api } from './api'
import { keys } from './keys'
import { queryClient } from './query'
import type { Page, Rec } from './types'

export type PlainQuery = Readonly<Record<string, unknown>>

export function listQuery(object: string, query: PlainQuery) {
  return queryOptions({
    queryKey: keys.list(object, query),
    queryFn: ({ signal }) => api.post<Page<Rec>>(`/query/${object}`, query, { signal }),
  })
}

export function createRecord(object: string, values: PlainQuery): Promise<Rec> {
  return changed(object, api.post<Rec>(`/records/${object}`, values, { idempotencyKey: crypto.randomUUID() }))
}

export function updateRecord(object: string, id: string, values: PlainQuery, version?: number): Promise<Rec> {
  const options = version === undefined ? {} : { ifMatch: version }
  return changed(object, api.patch<Rec>(`/records/${object}/${id}`, values, options))
}

async function changed<T>(object: string, work: Promise<T>): Promise<T> {
  const result = await work
  await queryClient.invalidateQueries({ queryKey: keys.list(object) })
  return result
}

/** A value of a record as text, whatever its shown form is. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'object' && 'label' in value) return typeof value.label === 'string' ? value.label : ''
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The id behind a link or user in its shown form. */
export function idOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value
  return value && typeof value === 'object' && 'id' in value && typeof value.id === 'string' ? value.id : undefined
}
