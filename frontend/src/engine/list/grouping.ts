/** How a list is cut into groups: by a field, for days by spans of time; and which records belong to a group. */

import { addDays, addMonths } from '@/lib/days'
import { currentTimezone } from '@/platform/format'
import type { FieldMeta, Json, ObjectMeta } from '@/platform/types'
import { momentOf } from '../fields/datetime/zone'
import { findField } from '../meta/paths'
import { allOf, type Filter } from '../query/types'

export const BUCKETS = ['day', 'week', 'month', 'quarter', 'year'] as const
export type Bucket = (typeof BUCKETS)[number]

export interface Grouping {
  readonly field: FieldMeta
  readonly bucket: Bucket | undefined
}

const TIMED: ReadonlySet<string> = new Set(['date', 'datetime'])

export const isTimed = (field: FieldMeta): boolean => TIMED.has(field.kind)

/** Reads "stage" or "expected_close:month"; nothing when the field is gone. */
export function readGrouping(object: ObjectMeta, text: string | null | undefined): Grouping | undefined {
  const [name = '', asked] = (text ?? '').split(':')
  const field = findField(object, name)
  if (!field?.groupable) return undefined
  const bucket = BUCKETS.find((each) => each === asked)
  return { field, bucket: isTimed(field) ? (bucket ?? 'month') : undefined }
}

export const writeGrouping = ({ field, bucket }: Grouping): string => (bucket ? `${field.name}:${bucket}` : field.name)

/** The fields that groups can be made by. */
export const isGroupable = (field: FieldMeta): boolean => Boolean(field.groupable) && !field.unique

const STEPS: Readonly<Record<Bucket, (day: string) => string>> = {
  day: (day) => addDays(day, 1),
  week: (day) => addDays(day, 7),
  month: (day) => addMonths(day, 1),
  quarter: (day) => addMonths(day, 3),
  year: (day) => addMonths(day, 12),
}

/** What the records of a group have in common. */
export function groupFilter({ field, bucket }: Grouping, value: unknown): Filter {
  if (value === null || value === undefined || value === '') return { field: field.name, op: 'empty' }
  if (bucket) return spanFilter(field, String(value), STEPS[bucket](String(value)))
  const plain = typeof value === 'object' && 'id' in value ? (value.id as Json) : (value as Json)
  return { field: field.name, op: 'eq', value: plain }
}

/** From one day until another, which no longer belongs to it. */
export function spanFilter(field: FieldMeta, from: string, until: string): Filter {
  const at = (day: string): string =>
    field.kind === 'datetime' ? momentOf({ day, time: '00:00' }, currentTimezone()) : day
  return allOf(
    { field: field.name, op: 'ge', value: at(from) },
    { field: field.name, op: 'lt', value: at(until) },
  ) as Filter
}
