/** The query language of the server, as types; the server is the judge, these only help to write it. */

import type { Json } from '@/platform/types'

export type Filter =
  | { readonly and: readonly Filter[] }
  | { readonly or: readonly Filter[] }
  | { readonly not: Filter }
  | { readonly text: string }
  | FieldFilter
  | ChildrenFilter

export interface FieldFilter {
  readonly field: string
  readonly op: string
  readonly value?: Json
}

export interface ChildrenFilter {
  readonly children: string
  readonly is: 'any' | 'none' | 'count'
  readonly op?: string
  readonly value?: number
  readonly where?: Filter
}

export interface SortKey {
  readonly by: string
  readonly desc?: boolean
}

export interface Query {
  readonly where?: Filter
  readonly search?: string
  readonly sort?: readonly SortKey[]
  readonly fields?: readonly string[]
  readonly limit?: number
  readonly after?: string
  readonly count?: 'capped' | 'exact' | 'none'
  readonly bin?: boolean
}

/** All of these hold; leaves out what says nothing. */
export function allOf(...filters: readonly (Filter | undefined | null)[]): Filter | undefined {
  const given = filters.filter((filter): filter is Filter => filter !== undefined && filter !== null)
  return given.length > 1 ? { and: given } : given[0]
}
