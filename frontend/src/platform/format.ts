/** Dates, numbers, money and names as a reader of this language and time zone writes them. */

import { locale } from './i18n'
import type { MoneyValue } from './types'

let timezone: string | undefined
let baseCurrency = 'EUR'
const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat | Intl.ListFormat>()

export function setFormatting(settings: { readonly timezone: string; readonly currency: string }): void {
  timezone = knownZone(settings.timezone)
  baseCurrency = settings.currency
  formats.clear()
}

export const currentTimezone = (): string => timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
/** Time zones to choose from; UTC is one that browsers leave out. */
export const timezones = (): string[] => ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')]
export const currentBaseCurrency = (): string => baseCurrency

/** A calendar day ("2026-11-22") or the day of a moment in the reader's time zone. */
export function formatDate(value: string | Date | null | undefined): string {
  return value ? dateFormat('date', value) : ''
}

export function formatDateTime(value: string | Date | null | undefined): string {
  return value ? dateFormat('datetime', value) : ''
}

export function formatTime(value: string | Date | null | undefined): string {
  return value ? dateFormat('time', value) : ''
}

/** "Sunday, 22 November": for headings. */
export function formatLongDate(value: string | Date): string {
  return dateFormat('long', value)
}

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['minute', 60],
  ['hour', 3600],
  ['day', 86_400],
]

/** "3 hours ago" for the last week, a date after that. */
export function formatRelative(value: string | Date | null | undefined, now: Date = new Date()): string {
  if (!value) return ''
  const seconds = (new Date(value).getTime() - now.getTime()) / 1000
  const size = Math.abs(seconds)
  if (size < 45) return relative().format(0, 'second')
  if (size >= 7 * 86_400) return formatDate(value)
  const [unit, length] = STEPS.findLast(([, step]) => size >= step * 0.75) ?? ['minute', 60]
  return relative().format(Math.round(seconds / length), unit)
}

/** "today", "tomorrow", "3 days ago" for a calendar day near today; a date otherwise. */
export function formatDay(value: string | null | undefined, now: Date = new Date()): string {
  if (!value) return ''
  const days = daysUntil(value, now)
  if (Math.abs(days) <= 6) return relative().format(days, 'day')
  return value.slice(0, 4) === today(now).slice(0, 4) ? dateFormat('short', value) : formatDate(value)
}

/** Whole days from today (in the reader's time zone) to this day or moment. */
export function daysUntil(value: string, now: Date = new Date()): number {
  return Math.round((dayNumber(isDay(value) ? value : today(new Date(value))) - dayNumber(today(now))) / 86_400_000)
}

/** Today's date as "2026-11-22" in the reader's time zone. */
export function today(now: Date = new Date()): string {
  return cached('iso-day', () => new Intl.DateTimeFormat('en-CA', { ...zone(), dateStyle: 'short' })).format(now)
}

export function formatNumber(value: number | null | undefined, decimals?: number): string {
  if (value === null || value === undefined) return ''
  const digits = decimals === undefined ? { maximumFractionDigits: 6 } : fixed(decimals)
  return cached(`number:${decimals}`, () => new Intl.NumberFormat(locale(), digits)).format(value)
}

export function formatCompact(value: number): string {
  return cached(
    'compact',
    () => new Intl.NumberFormat(locale(), { notation: 'compact', maximumFractionDigits: 1 }),
  ).format(value)
}

/** 35 means 35 %. */
export function formatPercent(value: number | null | undefined, decimals = 0): string {
  if (value === null || value === undefined) return ''
  const options = { style: 'percent', minimumFractionDigits: 0, maximumFractionDigits: Math.max(decimals, 2) } as const
  return cached(`percent:${decimals}`, () => new Intl.NumberFormat(locale(), options)).format(value / 100)
}

export interface MoneyStyle {
  readonly compact?: boolean
  readonly decimals?: number
}

export function formatMoney(value: Partial<MoneyValue> | number | null | undefined, style: MoneyStyle = {}): string {
  const money = typeof value === 'number' ? { amount: value, currency: baseCurrency } : value
  if (!money || money.amount === undefined || money.amount === null) return ''
  const currency = money.currency || baseCurrency
  const whole = style.decimals === undefined && Number.isInteger(money.amount)
  const digits = style.compact ? { notation: 'compact' as const, maximumFractionDigits: 1 } : whole ? fixed(0) : {}
  const options = {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    ...digits,
    ...decimalsOf(style),
  } as const
  return cached(
    `money:${currency}:${style.compact}:${style.decimals}:${whole}`,
    () => new Intl.NumberFormat(locale(), options),
  ).format(money.amount)
}

export function formatBytes(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const power = Math.min(units.length - 1, Math.floor(Math.log(Math.max(bytes, 1)) / Math.log(1000)))
  const options = {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  } as const
  return cached(`bytes:${power}`, () => new Intl.NumberFormat(locale(), options)).format(bytes / 1000 ** power)
}

/** Groups an E.164 number so that it can be read aloud; Chinese mobiles as 138 0013 8000. */
export function formatPhone(value: string | null | undefined): string {
  if (!value) return ''
  const chinese = /^\+86(1\d{2})(\d{4})(\d{4})$/.exec(value)
  if (chinese) return `+86 ${chinese[1]} ${chinese[2]} ${chinese[3]}`
  const northAmerican = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(value)
  if (northAmerican) return `+1 ${northAmerican[1]} ${northAmerican[2]} ${northAmerican[3]}`
  const other = /^\+(\d{2})(\d{2,3})(\d+)$/.exec(value)
  return other ? `+${other[1]} ${other[2]} ${(other[3] ?? '').replace(/(\d{3,4})(?=\d{3})/g, '$1 ')}` : value
}

export function joinNames(names: readonly string[]): string {
  return cached('list', () => new Intl.ListFormat(locale(), { type: 'conjunction' })).format(names)
}

/** One or two signs that stand for a name: "Anna Berg" -> "AB", "王小明" -> "小明", "华星科技" -> "华星". */
export function initials(name: string, kind: 'person' | 'company' = 'person'): string {
  const clean = name.trim()
  if (/^\p{Script=Han}/u.test(clean)) {
    const signs = [...clean].filter((sign) => /\p{Script=Han}/u.test(sign))
    return (kind === 'company' ? signs.slice(0, 2) : signs.slice(-2)).join('')
  }
  const words = clean.split(/[\s.\-_]+/).filter((word) => /[\p{L}\p{N}]/u.test(word))
  const picked = words.length > 1 && kind === 'person' ? [words[0], words.at(-1)] : words.slice(0, 2)
  return picked.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('')
}

type DateKind = 'short' | 'date' | 'datetime' | 'time' | 'long'

const DATE_STYLES: Record<DateKind, Intl.DateTimeFormatOptions> = {
  short: { month: 'short', day: 'numeric' },
  date: { year: 'numeric', month: 'short', day: 'numeric' },
  datetime: { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  long: { weekday: 'long', month: 'long', day: 'numeric' },
}

function dateFormat(kind: DateKind, value: string | Date): string {
  const day = typeof value === 'string' && isDay(value)
  const moment = day ? new Date(`${value}T00:00:00Z`) : new Date(value)
  if (Number.isNaN(moment.getTime())) return String(value)
  const place = day ? { timeZone: 'UTC' } : zone()
  return cached(
    `${kind}:${day}`,
    () => new Intl.DateTimeFormat(dateLocale(), { ...DATE_STYLES[kind], ...place }),
  ).format(moment)
}

/** English dates go day before month, the order most of the world reads. */
const dateLocale = (): string => (locale() === 'en' ? 'en-GB' : locale())
const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value)
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const zone = (): { timeZone?: string } => (timezone ? { timeZone: timezone } : {})
const fixed = (decimals: number) => ({ minimumFractionDigits: decimals, maximumFractionDigits: decimals })
const decimalsOf = (style: MoneyStyle) => (style.decimals === undefined ? {} : fixed(style.decimals))
const relative = (): Intl.RelativeTimeFormat =>
  cached('relative', () => new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }))

function cached<F extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat | Intl.ListFormat>(
  name: string,
  make: () => F,
): F {
  const key = `${locale()}:${name}`
  const known = (formats.get(key) as F | undefined) ?? make()
  formats.set(key, known)
  return known
}

function knownZone(name: string): string | undefined {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return name
  } catch {
    return undefined
  }
}
