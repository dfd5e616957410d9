import { describe, expect, test } from 'vitest'
import { addDays, addMonths, daysBetween, firstOfMonth, mondayOf, monthWeeks } from '../days'

describe('days', () => {
  test('test_they_go_on_over_months_and_years', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  })

  test('test_a_month_later_is_the_last_day_where_the_month_is_shorter', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addMonths('2026-01-31', -2)).toBe('2025-11-30')
    expect(firstOfMonth('2026-02-14')).toBe('2026-02-01')
  })

  test('test_weeks_start_on_monday', () => {
    expect(mondayOf('2026-11-22')).toBe('2026-11-16')
    expect(mondayOf('2026-11-23')).toBe('2026-11-23')
  })

  test('test_a_month_is_shown_in_whole_weeks', () => {
    const november = monthWeeks('2026-11-22')
    expect([november[0]?.[0], november.at(-1)?.[6], november.length]).toEqual(['2026-10-26', '2026-12-06', 6])
    expect(monthWeeks('2027-02-10').map((week) => week[0])).toEqual([
      '2027-02-01',
      '2027-02-08',
      '2027-02-15',
      '2027-02-22',
    ])
  })
})
