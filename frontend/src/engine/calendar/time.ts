/** Where a record stands on a calendar, and what its fields become when it is put elsewhere. Pure. */

import { addDays, daysBetween } from '@/lib/days'
import type { FieldMeta, ObjectMeta, Rec } from '@/platform/types'
import { momentOf, wallTime } from '../fields/datetime/zone'

export const DAY_MINUTES = 1440
const USUAL_MINUTES = 60
const LEAST_MINUTES = 30

export interface CalendarFields {
  readonly at: FieldMeta
  /** The field that says when it is over, if the object has one. */
  readonly end: FieldMeta | undefined
  readonly allDay: FieldMeta | undefined
}

/** "starts_at" ends with "ends_at", "started" with "ended". */
export function calendarFields(object: ObjectMeta, at: FieldMeta): CalendarFields {
  const named = at.name.replace(/^start/, 'end')
  const end = object.fields.find((field) => field.name === named && field.name !== at.name && field.kind === at.kind)
  const allDay = object.fields.find((field) => field.name === 'all_day' && field.kind === 'checkbox')
  return { at, end, allDay }
}

export interface Slot {
  readonly id: string
  readonly day: string
  /** Minutes after midnight; undefined when it lasts all day. */
  readonly from: number | undefined
  readonly minutes: number
}

export function slotOf({ at, end, allDay }: CalendarFields, rec: Rec, zone: string): Slot | undefined {
  const value = rec[at.name]
  if (typeof value !== 'string' || value === '') return undefined
  if (at.kind === 'date') return { id: rec.id, day: value.slice(0, 10), from: undefined, minutes: DAY_MINUTES }
  const { day, time } = wallTime(value, zone)
  if (allDay && rec[allDay.name] === true) return { id: rec.id, day, from: undefined, minutes: DAY_MINUTES }
  const until = end ? rec[end.name] : undefined
  const length = typeof until === 'string' ? (Date.parse(until) - Date.parse(value)) / 60_000 : USUAL_MINUTES
  const from = minutesOf(time)
  return { id: rec.id, day, from, minutes: Math.min(DAY_MINUTES - from, Math.max(LEAST_MINUTES, length)) }
}

export interface Move {
  readonly days: number
  readonly minutes: number
}

/** The values that put a record elsewhere; it keeps its time of day and how long it lasts, whatever the clocks do. */
export function movedValues(
  { at, end }: CalendarFields,
  rec: Rec,
  { days, minutes }: Move,
  zone: string,
): Readonly<Record<string, string>> {
  const moved = (value: string): string => {
    if (at.kind === 'date') return addDays(value.slice(0, 10), days)
    const { day, time } = wallTime(value, zone)
    const total = minutesOf(time) + minutes
    const over = Math.floor(total / DAY_MINUTES)
    return momentOf({ day: addDays(day, days + over), time: timeOf(total - over * DAY_MINUTES) }, zone)
  }
  const value = rec[at.name]
  if (typeof value !== 'string') return {}
  const until = end ? rec[end.name] : undefined
  return { [at.name]: moved(value), ...(end && typeof until === 'string' ? { [end.name]: moved(until) } : {}) }
}

/** The value of a new record at this place. */
export function valueAt({ at }: CalendarFields, day: string, minutes: number | undefined, zone: string): string {
  return at.kind === 'date' ? day : momentOf({ day, time: timeOf(minutes ?? MORNING) }, zone)
}

const MORNING = 9 * 60

export const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

export interface Lane {
  readonly column: number
  readonly columns: number
}

/** Puts what overlaps side by side: which column each takes, and how many there are beside it. */
export function sideBySide(slots: readonly Slot[]): ReadonlyMap<string, Lane> {
  const sorted = [...slots].sort((one, other) => (one.from ?? 0) - (other.from ?? 0))
  const places = new Map<string, Lane>()
  let cluster: Slot[] = []
  let ends: number[] = []
  let last = 0
  const close = (): void => {
    for (const slot of cluster) {
      places.set(slot.id, { column: places.get(slot.id)?.column ?? 0, columns: ends.length })
    }
    cluster = []
    ends = []
  }
  for (const slot of sorted) {
    const from = slot.from ?? 0
    if (cluster.length > 0 && from >= last) close()
    const free = ends.findIndex((end) => end <= from)
    const column = free < 0 ? ends.length : free
    ends[column] = from + slot.minutes
    last = Math.max(cluster.length === 0 ? 0 : last, from + slot.minutes)
    cluster.push(slot)
    places.set(slot.id, { column, columns: 1 })
  }
  close()
  return places
}

/** How far a slot would move to stand at another day. */
export const daysTo = (slot: Slot, day: string): number => daysBetween(slot.day, day)
