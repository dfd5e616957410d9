import { describe, expect, test } from 'vitest'
import { addDays, typedDay } from '../date/typed'
import { momentOf, wallTime } from '../datetime/zone'

const TODAY = '2026-11-22'

describe('a day as people type it', () => {
  test.each([
    ['2026-12-01', '2026-12-01'],
    ['2026/1/5', '2026-01-05'],
    ['2026年3月9日', '2026-03-09'],
    ['3月9日', '2026-03-09'],
    ['22.11.', '2026-11-22'],
    ['1/12', '2026-12-01'],
    ['1.12.27', '2027-12-01'],
    ['3 dec', '2026-12-03'],
    ['3. December 2027', '2027-12-03'],
    ['Dec 3', '2026-12-03'],
    ['tomorrow', '2026-11-23'],
    ['昨天', '2026-11-21'],
    ['+7', '2026-11-29'],
    ['-1 day', '2026-11-21'],
    // The 22nd is a Sunday: the last day of its week.
    ['fri', '2026-11-27'],
    ['Sunday', '2026-11-29'],
    ['next fri', '2026-11-27'],
    ['next Monday', '2026-11-23'],
    ['this fri', '2026-11-20'],
    ['last tue', '2026-11-10'],
    ['next week', '2026-11-23'],
    ['next month', '2026-12-01'],
    ['+3d', '2026-11-25'],
    ['+2w', '2026-12-06'],
    ['+1m', '2026-12-22'],
    ['in two weeks', '2026-12-06'],
    ['in 3 days', '2026-11-25'],
    ['a week ago', '2026-11-15'],
    ['end of month', '2026-11-30'],
    ['eoy', '2026-12-31'],
    ['周三', '2026-11-25'],
    ['下周三', '2026-11-25'],
    ['下星期天', '2026-11-29'],
    ['下下周一', '2026-11-30'],
    ['上周五', '2026-11-13'],
    ['本周五', '2026-11-20'],
    ['大后天', '2026-11-25'],
    ['三天后', '2026-11-25'],
    ['两周后', '2026-12-06'],
    ['3个月后', '2027-02-22'],
    ['5天前', '2026-11-17'],
    ['下周', '2026-11-23'],
    ['下个月', '2026-12-01'],
    ['月底', '2026-11-30'],
    ['下个月3号', '2026-12-03'],
    ['28号', '2026-11-28'],
    ['明年1月5日', '2027-01-05'],
  ])('test_%s_is_understood', (text, day) => {
    expect(typedDay(text, TODAY)).toBe(day)
  })

  test.each(['31.2.', '2026-13-01', 'soon', '', '12', 'next', '下', '31号', 'in days', 'friendly'])(
    'test_%s_is_no_day',
    (text) => {
      expect(typedDay(text, TODAY)).toBeNull()
    },
  )

  test('test_a_month_later_ends_where_the_month_ends', () => {
    expect(typedDay('+1m', '2027-01-31')).toBe('2027-02-28')
  })

  test('test_days_are_added_over_the_end_of_a_year', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  })
})

describe('a moment and the clock on the wall', () => {
  test.each(['Asia/Shanghai', 'Europe/Berlin', 'America/St_Johns', 'UTC'])('test_%s_there_and_back', (zone) => {
    for (const moment of ['2026-01-15T12:34:00.000Z', '2026-07-15T23:59:00.000Z']) {
      expect(momentOf(wallTime(moment, zone), zone)).toBe(moment)
    }
  })

  test('test_summer_time_is_known', () => {
    expect(wallTime('2026-07-01T10:00:00Z', 'Europe/Berlin')).toEqual({ day: '2026-07-01', time: '12:00' })
    expect(momentOf({ day: '2026-01-01', time: '12:00' }, 'Europe/Berlin')).toBe('2026-01-01T11:00:00.000Z')
  })

  test('test_midnight_is_zero_not_twenty_four', () => {
    expect(wallTime('2026-01-01T00:00:00Z', 'UTC').time).toBe('00:00')
  })
})
