import { describe, expect, test } from 'vitest'
import type { FieldMeta, ObjectMeta, Rec } from '@/platform/types'
import { calendarFields, movedValues, type Slot, sideBySide, slotOf, valueAt } from '../time'

const field = (name: string, kind: FieldMeta['kind']): FieldMeta => ({ name, kind, label: name })
const starts = field('starts_at', 'datetime')
const due = field('due', 'date')
const object = {
  name: 'meeting',
  fields: [starts, field('ends_at', 'datetime'), due, field('all_day', 'checkbox')],
} as unknown as ObjectMeta
const meeting = calendarFields(object, starts)
const task = calendarFields(object, due)
const rec = (values: Record<string, unknown>): Rec => ({ id: 'r', version: 1, ...values })

describe('where a record stands', () => {
  test('test_a_moment_stands_where_the_clock_of_the_reader_says', () => {
    const late = rec({ starts_at: '2026-11-22T22:30:00Z', ends_at: '2026-11-22T23:15:00Z' })
    expect(slotOf(meeting, late, 'UTC')).toEqual({ id: 'r', day: '2026-11-22', from: 1350, minutes: 45 })
    expect(slotOf(meeting, late, 'Asia/Shanghai')).toEqual({ id: 'r', day: '2026-11-23', from: 390, minutes: 45 })
  })

  test('test_a_day_and_what_lasts_all_day_have_no_time', () => {
    expect(slotOf(task, rec({ due: '2026-11-22' }), 'America/New_York')?.day).toBe('2026-11-22')
    expect(slotOf(meeting, rec({ starts_at: '2026-11-22T09:00:00Z', all_day: true }), 'UTC')?.from).toBeUndefined()
    expect(slotOf(meeting, rec({ starts_at: null }), 'UTC')).toBeUndefined()
  })
})

describe('putting a record elsewhere', () => {
  test('test_it_keeps_its_time_of_day_when_the_clocks_change', () => {
    const early = rec({ starts_at: '2026-03-27T08:00:00Z', ends_at: '2026-03-27T09:00:00Z' })
    expect(movedValues(meeting, early, { days: 3, minutes: 0 }, 'Europe/Berlin')).toEqual({
      starts_at: '2026-03-30T07:00:00.000Z',
      ends_at: '2026-03-30T08:00:00.000Z',
    })
  })

  test('test_minutes_carry_over_midnight', () => {
    const late = rec({ starts_at: '2026-11-22T23:45:00Z' })
    expect(movedValues(meeting, late, { days: 0, minutes: 30 }, 'UTC')).toEqual({
      starts_at: '2026-11-23T00:15:00.000Z',
    })
    const dawn = rec({ starts_at: '2026-11-22T00:10:00Z' })
    expect(movedValues(meeting, dawn, { days: 0, minutes: -30 }, 'UTC')).toEqual({
      starts_at: '2026-11-21T23:40:00.000Z',
    })
  })

  test('test_a_day_moves_by_days_only', () => {
    expect(movedValues(task, rec({ due: '2026-02-27' }), { days: 2, minutes: 0 }, 'UTC')).toEqual({
      due: '2026-03-01',
    })
  })

  test('test_a_new_record_starts_where_one_clicked', () => {
    expect(valueAt(task, '2026-11-22', 600, 'UTC')).toBe('2026-11-22')
    expect(valueAt(meeting, '2026-11-22', 630, 'Asia/Shanghai')).toBe('2026-11-22T02:30:00.000Z')
    expect(valueAt(meeting, '2026-11-22', undefined, 'UTC')).toBe('2026-11-22T09:00:00.000Z')
  })
})

describe('what overlaps', () => {
  const slot = (id: string, from: number, minutes: number): Slot => ({ id, day: '2026-11-22', from, minutes })

  test('test_it_stands_side_by_side_and_the_rest_alone', () => {
    const places = sideBySide([slot('a', 540, 60), slot('b', 570, 60), slot('c', 600, 30), slot('d', 700, 60)])
    expect(places.get('a')).toEqual({ column: 0, columns: 2 })
    expect(places.get('b')).toEqual({ column: 1, columns: 2 })
    expect(places.get('c')).toEqual({ column: 0, columns: 2 })
    expect(places.get('d')).toEqual({ column: 0, columns: 1 })
  })
})
