/** What a list shows, in the address bar: short, readable where it can be, and safe to paste to a colleague. */

import type { Filter, SortKey } from './types'

export type Shape = 'list' | 'board'

/** The state of a list page. Everything unset means what the view says. */
export interface ListState {
  readonly view?: string | undefined
  readonly shape?: Shape | undefined
  readonly where?: Filter | null | undefined
  readonly sort?: readonly SortKey[] | undefined
  readonly search?: string | undefined
  readonly columns?: readonly string[] | undefined
  readonly group?: string | null | undefined
  readonly lane?: string | undefined
  readonly peek?: string | undefined
}

export type SearchParams = Readonly<Record<string, string>>

export function toSearch(state: ListState): SearchParams {
  const params: Record<string, string> = {}
  if (state.view) params.view = state.view
  if (state.shape) params.as = state.shape
  if (state.where !== undefined) params.where = state.where === null ? '' : JSON.stringify(state.where)
  if (state.sort) params.sort = state.sort.map((key) => (key.desc ? `-${key.by}` : key.by)).join(',')
  if (state.search) params.q = state.search
  if (state.columns) params.cols = state.columns.join(',')
  if (state.group !== undefined) params.group = state.group ?? ''
  if (state.lane) params.lane = state.lane
  if (state.peek) params.peek = state.peek
  return params
}

/** Reads the address; a part that makes no sense is left out, never an error page. */
export function fromSearch(params: Readonly<Record<string, unknown>>): ListState {
  const text = (key: string): string | undefined => {
    const value = params[key]
    if (typeof value === 'number') return String(value)
    return typeof value === 'string' ? value : undefined
  }
  const shape = text('as')
  const group = text('group')
  return dropUnset({
    view: text('view') || undefined,
    shape: shape === 'board' || shape === 'list' ? shape : undefined,
    where: readFilter(params.where),
    sort: readSort(text('sort')),
    search: text('q') || undefined,
    columns: text('cols')?.split(',').filter(Boolean),
    group: group === '' ? null : group,
    lane: text('lane') || undefined,
    peek: text('peek') || undefined,
  })
}

function readFilter(raw: unknown): Filter | null | undefined {
  if (raw === '') return null
  if (isFilter(raw)) return raw
  if (typeof raw !== 'string') return undefined
  try {
    const parsed: unknown = JSON.parse(raw)
    return isFilter(parsed) ? parsed : undefined
  } catch {
    return undefined
  }
}

const FILTER_WORDS = ['and', 'or', 'not', 'field', 'children', 'text']

function isFilter(value: unknown): value is Filter {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const body = value as Record<string, unknown>
  if (!FILTER_WORDS.some((word) => word in body)) return false
  const items = body.and ?? body.or
  return items === undefined || (Array.isArray(items) && items.every(isFilter))
}

function readSort(raw: string | undefined): readonly SortKey[] | undefined {
  if (!raw) return undefined
  return raw
    .split(',')
    .filter((part) => part && part !== '-')
    .map((part) => (part.startsWith('-') ? { by: part.slice(1), desc: true } : { by: part }))
}

function dropUnset(state: ListState): ListState {
  return Object.fromEntries(Object.entries(state).filter(([, value]) => value !== undefined))
}

/** A click on a header: ascending, descending, none; with `add` it joins the other keys instead of replacing them. */
export function toggleSort(sort: readonly SortKey[], by: string, add: boolean): readonly SortKey[] {
  const present = sort.find((key) => key.by === by)
  const turned: readonly SortKey[] = !present ? [{ by }] : present.desc ? [] : [{ by, desc: true }]
  if (!add) return turned
  if (!present) return [...sort, ...turned]
  return sort.flatMap((key) => (key.by === by ? turned : [key]))
}
