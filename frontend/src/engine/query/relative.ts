/** Dates relative to the reader's today, as the server knows them. */

import type { Json } from '@/platform/types'

export interface Relative {
  readonly rel: string
  readonly n?: number
}

/** Periods for "within": how they are offered, most used first. */
export const PERIODS = [
  'today',
  'yesterday',
  'tomorrow',
  'this_week',
  'last_week',
  'next_week',
  'this_month',
  'last_month',
  'next_month',
  'this_quarter',
  'last_quarter',
  'next_quarter',
  'this_year',
  'last_year',
  'next_year',
  'this_fiscal_quarter',
  'last_fiscal_quarter',
  'next_fiscal_quarter',
  'this_fiscal_year',
  'last_fiscal_year',
  'next_fiscal_year',
] as const

/** Periods that count: "the last 7 days". */
export const COUNTED_PERIODS = [
  'last_days',
  'next_days',
  'last_weeks',
  'next_weeks',
  'last_months',
  'next_months',
] as const

/** Single days for "before", "after" and "is". */
export const DAYS = ['today', 'yesterday', 'tomorrow'] as const
export const COUNTED_DAYS = ['days_ago', 'days_ahead'] as const

const COUNTED: ReadonlySet<string> = new Set([...COUNTED_PERIODS, ...COUNTED_DAYS])

export const isCounted = (rel: string): boolean => COUNTED.has(rel)

export function isRelative(value: unknown): value is Relative {
  return typeof value === 'object' && value !== null && 'rel' in value
}

export const relative = (rel: string, n = 7): Json => (isCounted(rel) ? { rel, n } : { rel })

export const ME: Json = { me: true }
export const MY_TEAM: Json = { my_team: true }

const isMark = (value: unknown, mark: string): boolean =>
  typeof value === 'object' && value !== null && (value as Record<string, unknown>)[mark] === true

export const isMe = (value: unknown): boolean => isMark(value, 'me')
export const isMyTeam = (value: unknown): boolean => isMark(value, 'my_team')
