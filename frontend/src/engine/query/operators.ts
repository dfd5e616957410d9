/** Which value an operator asks for, and which words name it for a kind of field. */

import type { FieldKind, Json } from '@/platform/types'

/** How many values, of which sort, an operator compares with. */
export type ValueShape = 'none' | 'one' | 'list' | 'pair' | 'period' | 'near'

const SHAPES: Readonly<Record<string, ValueShape>> = {
  empty: 'none',
  not_empty: 'none',
  in: 'list',
  not_in: 'list',
  any_of: 'list',
  all_of: 'list',
  none_of: 'list',
  between: 'pair',
  within: 'period',
  near: 'near',
}

export const shapeOf = (op: string): ValueShape => SHAPES[op] ?? 'one'

/** Kinds whose comparison reads as time: "before", "after". */
const TIME: ReadonlySet<FieldKind> = new Set(['date', 'datetime'])

/** Kinds compared as amounts: "more than", "at most". */
const AMOUNT: ReadonlySet<FieldKind> = new Set(['integer', 'number', 'percent', 'money'])

export type OperatorFamily = 'time' | 'amount' | 'word'

export function familyOf(kind: FieldKind): OperatorFamily {
  if (TIME.has(kind)) return 'time'
  return AMOUNT.has(kind) ? 'amount' : 'word'
}

/** The operator a new condition starts with: the one people mean most often for this kind. */
const FIRST: Partial<Record<FieldKind, readonly string[]>> = {
  text: ['contains'],
  long_text: ['contains'],
  rich_text: ['contains'],
  email: ['contains'],
  phone: ['contains'],
  url: ['contains'],
  address: ['contains'],
  auto_number: ['eq', 'contains'],
  choice: ['in'],
  multi_choice: ['any_of'],
  tags: ['any_of'],
  links: ['any_of'],
  link: ['in'],
  parent: ['in'],
  user: ['in'],
  date: ['within'],
  datetime: ['within'],
  integer: ['ge'],
  number: ['ge'],
  percent: ['ge'],
  money: ['ge'],
}

export function firstOperator(kind: FieldKind, operators: readonly string[]): string {
  return FIRST[kind]?.find((op) => operators.includes(op)) ?? operators[0] ?? 'eq'
}

/** What of the old value still makes sense after the operator changed. */
export function carryValue(value: Json | undefined, from: string, to: string): Json | undefined {
  const before = shapeOf(from)
  const after = shapeOf(to)
  if (before === after) return value
  if (before === 'list' && after === 'one') return Array.isArray(value) ? (value[0] as Json) : undefined
  if (before === 'one' && after === 'list') return value === undefined || value === null ? [] : [value]
  if (before === 'one' && after === 'pair') return isPlain(value) ? [value as Json, null] : undefined
  if (before === 'pair' && after === 'one') return Array.isArray(value) ? (value[0] as Json) : undefined
  return undefined
}

const isPlain = (value: Json | undefined): boolean => typeof value === 'string' || typeof value === 'number'
