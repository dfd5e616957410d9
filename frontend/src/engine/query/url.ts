/** What a list shows, in the address bar: short, readable where it can be, and safe to paste to a colleague. */

import type { Filter, SortKey } from './types'

export const SHAPES = ['list', 'board', 'calendar', 'split', 'map'] as const
export type Shape = (typeof SHAPES)[number]

export const SPANS = ['month', 'week', 'day', 'agenda'] as const
export type Span = (typeof SPANS)[number]

/** The state of a list page. Everything unset means what the view says. */
export interface ListState {
  readonly view?: string | undefined
  readonly shape?: Shape | undefined
  readonly where?: Filter | null | undefined
  readonly sort?: readonly SortKey[] | undefined
  readonly search?: string | undefined
  readonly columns?: readonly string[] | undefined
  /** How many columns stay in sight on the left. */
  readonly pins?: number | undefined
  /** What it is laid out by: groups of a list, columns of a board, days of a calendar, places of a map. */
  readonly group?: string | null | undefined
  /** The groups inside the groups of a list. */
  readonly subgroup?: string | null | undefined
  /** Columns of a board that are folded away. */
  readonly folded?: readonly string[] | undefined
  readonly lane?: string | undefined
  readonly span?: Span | undefined
  /** The day that a calendar stands at. */
  readonly day?: string | undefined
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
  if (state.pins) params.pins = String(state.pins)
  if (state.group !== undefined) params.group = state.group ?? ''
  if (state.subgroup !== undefined) params.sub = state.subgroup ?? ''
  if (state.folded) params.folded = state.folded.join(',')
  if (state.lane) params.lane = state.lane
  if (state.span) params.span = state.span
  if (state.day) params.day = state.day
  if (state.peek) params.peek = state.peek
  return params
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MOST_PINS = 10

/** Reads the address; a part that makes no sense is left out, never an error page. */
export function fromSearch(params: Readonly<Record<string, unknown>>): ListState {
  const text = (key: string): string | undefined => {
    const value = params[key]
    if (typeof value === 'number') return String(value)
    return typeof value === 'string' ? value : undefined
  }
  const cleared = (key: string): string | null | undefined => (text(key) === '' ? null : text(key))
  const pins = Number(text('pins'))
  const day = text('day')
  return dropUnset({
    view: text('view') || undefined,
    shape: oneOf(SHAPES, text('as')),
    where: readFilter(params.where),
    sort: readSort(text('sort')),
    search: text('q') || undefined,
    columns: text('cols')?.split(',').filter(Boolean),
    pins: Number.isInteger(pins) && pins >= 1 && pins <= MOST_PINS ? pins : undefined,
    group: cleared('group'),
    subgroup: cleared('sub'),
    folded: text('folded')?.split(',').filter(Boolean),
    lane: text('lane') || undefined,
    span: oneOf(SPANS, text('span')),
    day: day && DAY.test(day) && !Number.isNaN(Date.parse(day)) ? day : undefined,
    peek: text('peek') || undefined,
  })
}

function oneOf<T extends string>(words: readonly T[], word: string | undefined): T | undefined {
  return words.find((each) => each === word)
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
