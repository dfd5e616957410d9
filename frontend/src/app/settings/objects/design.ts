/** Requests that change what objects and fields there are; each ends with fresh metadata. */

import { api } from '@/platform/api'
import { keys } from '@/platform/keys'
import { queryClient } from '@/platform/query'
import type { FieldKind, Json, LayoutMeta, OptionMeta } from '@/platform/types'

export interface ObjectSpec {
  readonly name?: string
  readonly label: string
  readonly plural?: string
  readonly icon?: string
  readonly owned?: boolean
}

export interface FieldSpec {
  readonly name?: string
  readonly kind?: FieldKind
  readonly label: string
  readonly help?: string
  readonly required?: boolean
  readonly unique?: boolean
  readonly searchable?: boolean
  readonly indexed?: boolean
  readonly default?: Json
  readonly to?: string
  readonly options?: readonly OptionMeta[]
  readonly config?: Readonly<Record<string, Json>>
}

export interface Removed {
  readonly object: string
  readonly field?: string | null
  readonly label: string
  readonly kind?: FieldKind | 'object'
  readonly removed_at?: string
  readonly days_left?: number
}

export interface LayoutSpec extends LayoutMeta {
  readonly title?: string
  readonly board?: string | null
  readonly calendar?: string | null
  readonly view?: string
}

/** The answer to a change that goes on as a job because the table is large. */
export interface Changed {
  readonly job?: string | null
}

const base = '/meta/objects'

export const addObject = (spec: ObjectSpec) => fresh(api.post<{ name: string }>(base, spec))
export const changeObject = (object: string, spec: Partial<ObjectSpec>) => fresh(api.patch(`${base}/${object}`, spec))
export const setLayout = (object: string, layout: LayoutSpec) => fresh(api.put(`${base}/${object}/layout`, layout))
export const removeObject = (object: string) => fresh(api.del(`${base}/${object}`))
export const restoreObject = (object: string) => fresh(api.post(`${base}/${object}/restore`))
export const addField = (object: string, spec: FieldSpec) => fresh(api.post(`${base}/${object}/fields`, spec))
export const changeField = (object: string, field: string, spec: Partial<FieldSpec>) =>
  fresh(api.patch<Changed | undefined>(`${base}/${object}/fields/${field}`, spec))
export const removeField = (object: string, field: string) => fresh(api.del(`${base}/${object}/fields/${field}`))
export const restoreField = (object: string, field: string) =>
  fresh(api.post(`${base}/${object}/fields/${field}/restore`))
export const listRemoved = () => api.get<{ items: readonly Removed[] }>('/meta/removed')

async function fresh<T>(work: Promise<T>): Promise<T> {
  const result = await work
  await queryClient.invalidateQueries({ queryKey: keys.meta })
  return result
}
