/** Conditions on the values of a record, judged while somebody types: the same filters that the server judges. Pure. */

import type { FieldMeta, Json } from '@/platform/types'
import type { FieldFilter, Filter } from '../query/types'
import { isEmpty } from '../store/entry'

type Values = Readonly<Record<string, unknown>>

/** Whether a form shows this field now. */
export function isVisible(field: FieldMeta, values: Values): boolean {
  return holds(conditionOf(field, 'visible_when'), values) !== false
}

/** Whether this field must be filled now. */
export function isRequired(field: FieldMeta, values: Values): boolean {
  if (!isVisible(field, values)) return false
  const condition = conditionOf(field, 'required_when')
  return Boolean(field.required) || (condition !== undefined && holds(condition, values) === true)
}

function conditionOf(field: FieldMeta, name: string): Filter | undefined {
  const found = field.config?.[name]
  return found && typeof found === 'object' && !Array.isArray(found) ? (found as unknown as Filter) : undefined
}

/** Whether a filter holds for these values; undefined when only the server can know. */
export function holds(filter: Filter | undefined, values: Values): boolean | undefined {
  if (!filter) return undefined
  if ('and' in filter) return every(filter.and.map((part) => holds(part, values)))
  if ('or' in filter) return negated(every(filter.or.map((part) => negated(holds(part, values)))))
  if ('not' in filter) return negated(holds(filter.not, values))
  return 'field' in filter ? compare(filter, values) : undefined
}

const negated = (answer: boolean | undefined): boolean | undefined => (answer === undefined ? undefined : !answer)

function every(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(false)) return false
  return answers.includes(undefined) ? undefined : true
}

type Test = (value: unknown, wanted: Json) => boolean

const TESTS: Readonly<Record<string, Test>> = {
  eq: (value, wanted) => plain(value) === wanted,
  ne: (value, wanted) => plain(value) !== wanted,
  in: (value, wanted) => listOf(wanted).includes(plain(value) as Json),
  not_in: (value, wanted) => !listOf(wanted).includes(plain(value) as Json),
  lt: (value, wanted) => ordered(value, wanted, (one, other) => one < other),
  lte: (value, wanted) => ordered(value, wanted, (one, other) => one <= other),
  gt: (value, wanted) => ordered(value, wanted, (one, other) => one > other),
  gte: (value, wanted) => ordered(value, wanted, (one, other) => one >= other),
  contains: (value, wanted) => words(value).includes(words(wanted)),
  starts: (value, wanted) => words(value).startsWith(words(wanted)),
  has: (value, wanted) => items(value).includes(wanted),
  has_any: (value, wanted) => listOf(wanted).some((each) => items(value).includes(each)),
}

function compare({ field, op, value: wanted }: FieldFilter, values: Values): boolean | undefined {
  if (field.includes('.')) return undefined
  const value = values[field]
  if (op === 'empty') return isEmpty(value)
  if (op === 'not_empty') return !isEmpty(value)
  const relative = wanted !== null && typeof wanted === 'object' && !Array.isArray(wanted)
  const test = TESTS[op]
  if (!test || relative || wanted === undefined) return undefined
  return isEmpty(value) && !['ne', 'not_in'].includes(op) && wanted !== false ? false : test(value, wanted)
}

/** A link by its id, money by its amount, an empty box as not ticked. */
function plain(value: unknown): unknown {
  if (value === null || value === undefined) return false
  if (typeof value !== 'object') return value
  const { id, amount } = value as { id?: unknown; amount?: unknown }
  return id ?? amount ?? value
}

const listOf = (wanted: Json): readonly Json[] => (Array.isArray(wanted) ? wanted : [wanted])
const items = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.map(plain) : [plain(value)])
const words = (value: unknown): string => String(value ?? '').toLocaleLowerCase()

function ordered(
  value: unknown,
  wanted: Json,
  test: (one: number | string, other: number | string) => boolean,
): boolean {
  const one = plain(value)
  if (typeof one === 'number' && typeof wanted === 'number') return test(one, wanted)
  return typeof one === 'string' && typeof wanted === 'string' && test(one, wanted)
}
