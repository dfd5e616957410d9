/** Understands a day as people type it: "2026-11-22", "22.11.", "3 dec", "next fri", "+2w", "明天", "下周三", "月底". */

import { MONTHS, WEEKDAYS, WORDS } from './words'

/** The day as "YYYY-MM-DD", or null when the text names none. `today` decides what is left out. */
export function typedDay(raw: string, today: string): string | null {
  const text = raw.trim().toLowerCase().replace(/\s+/g, ' ')
  const word = WORDS[text]
  if (word !== undefined) return addDays(today, word)
  for (const read of READERS) {
    const day = read(text, today)
    if (day) return day
  }
  return null
}

type Reader = (text: string, today: string) => string | null

const UNIT = '(d|days?|w|weeks?|wks?|m|months?|mths?|y|years?|天|日|周|星期|礼拜|个?月|年)'
const COUNT = '(\\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|[一二两三四五六七八九十]|半)'
const DAY_NAME = `(${Object.keys(WEEKDAYS).join('|')})`

const READERS: readonly Reader[] = [
  // So many days, weeks, months from now or ago.
  reader(`([+-]\\d{1,4}) ?${UNIT}?`, (m, today) => shift(today, Number(m[1]), m[2])),
  reader(`in ${COUNT} ${UNIT}`, (m, today) => shift(today, countOf(m[1]), m[2])),
  reader(`${COUNT} ${UNIT} ago`, (m, today) => shift(today, -countOf(m[1]), m[2])),
  reader(`${COUNT} ?${UNIT} ?(?:后|之后|以后)`, (m, today) => shift(today, countOf(m[1]), m[2])),
  reader(`${COUNT} ?${UNIT} ?(?:前|之前|以前)`, (m, today) => shift(today, -countOf(m[1]), m[2])),
  // Days of a week; a bare name is the next such day.
  reader(`(?:on )?${DAY_NAME}`, (m, today) => coming(today, WEEKDAYS[m[1] ?? ''])),
  reader(`(this|next|last) ${DAY_NAME}`, (m, today) => inWeek(today, WEEKS[m[1] ?? ''], WEEKDAYS[m[2] ?? ''])),
  reader(`(本|这|这个|下下|下|下个|上|上个)${DAY_NAME}`, (m, today) =>
    inWeek(today, WEEKS[m[1] ?? ''], WEEKDAYS[m[2] ?? '']),
  ),
  // Weeks and months as a whole: where they begin, where they end.
  reader('(next|last|this) week|(下下|下|下个|上|上个|本|这)(?:周|星期|礼拜)', (m, today) =>
    inWeek(today, WEEKS[m[1] ?? m[2] ?? ''], 0),
  ),
  reader('(next|last) month|(下|下个|上|上个)月', (m, today) => firstOfMonth(today, MONTH_STEPS[m[1] ?? m[2] ?? ''])),
  reader('(?:end of (?:the )?month|eom|月底|本月底)', (_, today) => addDays(firstOfMonth(today, 1), -1)),
  reader('(?:end of (?:the )?week|eow|周末|本周末)', (_, today) => inWeek(today, 0, /[周末]/.test(_[0]) ? 5 : 4)),
  reader('(?:end of (?:the )?year|eoy|年底)', (_, today) => `${yearOf(today)}-12-31`),
  reader('(下|下个|本|这个)月(\\d{1,2})[号日]?', (m, today) =>
    onDay(firstOfMonth(today, MONTH_STEPS[m[1] ?? '']), m[2]),
  ),
  reader('(\\d{1,2})[号日]', (m, today) => onDay(today, m[1])),
  // Dates.
  reader('(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?', (m) => day(m[1], m[2], m[3])),
  reader('(\\d{1,2})月(\\d{1,2})[日号]?', (m, today) => day(yearOf(today), m[1], m[2])),
  reader('明年(\\d{1,2})月(\\d{1,2})[日号]?', (m, today) => day(String(Number(yearOf(today)) + 1), m[1], m[2])),
  reader('(\\d{1,2})[./](\\d{1,2})(?:[./](\\d{2}|\\d{4})?)?', (m, today) => day(year(m[3], today), m[2], m[1])),
  reader('(\\d{1,2})\\.? ?([a-z]{3})[a-z]*\\.?,? ?(\\d{2}|\\d{4})?', (m, today) =>
    day(year(m[3], today), month(m[2]), m[1]),
  ),
  reader('([a-z]{3})[a-z]*\\.? ?(\\d{1,2})(?:,? ?(\\d{4}))?', (m, today) => day(year(m[3], today), month(m[1]), m[2])),
]

const WEEKS: Readonly<Record<string, number>> = {
  this: 0,
  next: 1,
  last: -1,
  本: 0,
  这: 0,
  这个: 0,
  下: 1,
  下个: 1,
  下下: 2,
  上: -1,
  上个: -1,
}
const MONTH_STEPS = WEEKS

function reader(shape: string, make: (match: RegExpExecArray, today: string) => string | null): Reader {
  const whole = new RegExp(`^(?:${shape})$`)
  return (text, today) => {
    const match = whole.exec(text)
    return match ? make(match, today) : null
  }
}

const NUMBERS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const ENGLISH = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

function countOf(text: string | undefined): number {
  if (text === 'a' || text === 'an') return 1
  if (text === '两') return 2
  if (text === '半') return 0.5
  const known = Math.max(NUMBERS.indexOf(text ?? ' '), ENGLISH.indexOf(text ?? ' '))
  return known > 0 ? known : Number(text)
}

function shift(today: string, count: number, unit = 'd'): string | null {
  if (/^(w|周|星|礼)/.test(unit)) return addDays(today, count * 7)
  if (/^(m|个?月)/.test(unit)) return addMonths(today, count)
  if (/^(y|年)/.test(unit)) return addMonths(today, count * 12)
  return addDays(today, Math.round(count))
}

/** Monday is 0. */
const weekdayOf = (day: string): number => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

function coming(today: string, weekday: number | undefined): string | null {
  if (weekday === undefined) return null
  return addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1)
}

function inWeek(today: string, weeks: number | undefined, weekday: number | undefined): string | null {
  if (weeks === undefined || weekday === undefined) return null
  return addDays(today, weeks * 7 + weekday - weekdayOf(today))
}

const firstOfMonth = (today: string, months = 0): string => addMonths(`${today.slice(0, 7)}-01`, months)
const onDay = (inMonth: string, dayOfMonth: string | undefined): string | null =>
  day(inMonth.slice(0, 4), inMonth.slice(5, 7), dayOfMonth)

/** The same day of another month; the last one where that month is shorter. */
function addMonths(from: string, months: number): string {
  const whole = Math.trunc(months)
  const date = new Date(`${from.slice(0, 7)}-01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + whole)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(Number(from.slice(8)), last))
  return addDays(date.toISOString().slice(0, 10), Math.round((months - whole) * 30))
}

/** Refuses days that no calendar has, such as 31 February. */
function day(year: string | undefined, month: string | undefined, dayOfMonth: string | undefined): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(dayOfMonth)]
  const date = new Date(Date.UTC(y, m - 1, d))
  const real = date.getUTCFullYear() === y && date.getUTCMonth() === m - 1 && date.getUTCDate() === d
  return real ? date.toISOString().slice(0, 10) : null
}

const yearOf = (today: string): string => today.slice(0, 4)
const month = (name: string | undefined): string => String(MONTHS.indexOf(name ?? '') + 1)

function year(given: string | undefined, today: string): string {
  if (!given) return yearOf(today)
  return given.length === 2 ? `20${given}` : given
}

export function addDays(from: string, days: number): string {
  const date = new Date(`${from}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}
