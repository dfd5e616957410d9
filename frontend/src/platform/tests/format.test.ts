/** Dates, money and names look right to a reader of either language. */

import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  daysUntil,
  formatDate,
  formatDateTime,
  formatDay,
  formatMoney,
  formatPercent,
  formatPhone,
  formatRelative,
  initials,
  setFormatting,
  today,
} from '../format'
import { setLocale } from '../i18n'

const NOW = new Date('2026-11-22T20:00:00Z')

beforeEach(() => setFormatting({ timezone: 'Asia/Shanghai', currency: 'EUR' }))
afterEach(() => setLocale('en'))

describe('dates', () => {
  test('a calendar day does not move with the time zone', () => {
    expect(formatDate('2026-11-22')).toBe('22 Nov 2026')
  })

  test('a moment is shown in the time zone of the reader', () => {
    expect(formatDateTime('2026-11-22T20:00:00Z')).toContain('23 Nov 2026')
    expect(today(NOW)).toBe('2026-11-23')
  })

  test('days near today have names, others a date', () => {
    expect(formatDay('2026-11-24', NOW)).toBe('tomorrow')
    expect(formatDay('2026-11-20', NOW)).toBe('3 days ago')
    expect(formatDay('2026-12-31', NOW)).toBe('31 Dec')
    expect(formatDay('2025-12-31', NOW)).toBe('31 Dec 2025')
  })

  test('days are counted from the reader’s own today', () => {
    expect(daysUntil('2026-11-23', NOW)).toBe(0)
    expect(daysUntil('2026-11-23T15:00:00Z', NOW)).toBe(0)
    expect(daysUntil('2026-11-22', NOW)).toBe(-1)
  })

  test('what just happened is told in words', () => {
    expect(formatRelative('2026-11-22T19:57:00Z', NOW)).toBe('3 minutes ago')
    expect(formatRelative('2026-11-22T18:00:00Z', NOW)).toBe('2 hours ago')
    expect(formatRelative('2026-10-01T18:00:00Z', NOW)).toBe('2 Oct 2026')
  })

  test('Chinese readers get Chinese dates', async () => {
    await setLocale('zh-CN')
    expect(formatDate('2026-11-22')).toBe('2026年11月22日')
    expect(formatDay('2026-11-22', NOW)).toBe('昨天')
  })

  test('an unknown time zone does not break a page', () => {
    setFormatting({ timezone: 'Mars/Olympus', currency: 'EUR' })
    expect(formatDate('2026-11-22')).toBe('22 Nov 2026')
  })
})

describe('numbers', () => {
  test('money without a currency is in the base currency', () => {
    expect(formatMoney(1200)).toBe('€1,200')
    expect(formatMoney({ amount: 12.5, currency: 'USD' })).toBe('$12.50')
    expect(formatMoney(null)).toBe('')
  })

  test('large amounts can be short', () => {
    expect(formatMoney({ amount: 1_260_000, currency: 'CNY' }, { compact: true })).toBe('¥1.3M')
  })

  test('35 means 35 percent', () => {
    expect(formatPercent(35)).toBe('35%')
    expect(formatPercent(12.5)).toBe('12.5%')
  })
})

describe('names and phones', () => {
  test.each([
    ['Anna Berg', 'AB'],
    ['Anna Maria Berg', 'AB'],
    ['anna', 'A'],
    ['王小明', '小明'],
    ['林悦 Lin Yue', '林悦'],
    ['', ''],
  ])('a person called %s is %s', (name, expected) => {
    expect(initials(name)).toBe(expected)
  })

  test('a company goes by its first signs', () => {
    expect(initials('华星科技有限公司', 'company')).toBe('华星')
    expect(initials('Nordlicht Systems GmbH', 'company')).toBe('NS')
  })

  test('numbers are grouped to be read aloud', () => {
    expect(formatPhone('+8613800138000')).toBe('+86 138 0013 8000')
    expect(formatPhone('+14155550132')).toBe('+1 415 555 0132')
  })
})
