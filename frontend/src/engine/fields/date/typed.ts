/** Understands a day as people type it: "2026-11-22", "22.11.", "3 dec", "tomorrow", "+7", "明天", "11月22日". */

const WORDS: Readonly<Record<string, number>> = {
  today: 0,
  今天: 0,
  tomorrow: 1,
  明天: 1,
  后天: 2,
  yesterday: -1,
  昨天: -1,
  前天: -2,
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The day as "YYYY-MM-DD", or null when the text names none. `today` decides what is left out. */
export function typedDay(raw: string, today: string): string | null {
  const text = raw.trim().toLowerCase()
  const word = WORDS[text]
  if (word !== undefined) return addDays(today, word)
  for (const read of READERS) {
    const day = read(text, today)
    if (day) return day
  }
  return null
}

type Reader = (text: string, today: string) => string | null

const READERS: readonly Reader[] = [
  (text, today) => withMatch(/^([+-]\d{1,4})\s*(d|days?|天)?$/, text, (m) => addDays(today, Number(m[1]))),
  (text) => withMatch(/^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/, text, (m) => day(m[1], m[2], m[3])),
  (text, today) => withMatch(/^(\d{1,2})月(\d{1,2})日?$/, text, (m) => day(yearOf(today), m[1], m[2])),
  (text, today) =>
    withMatch(/^(\d{1,2})[./](\d{1,2})(?:[./](\d{2}|\d{4})?)?$/, text, (m) => day(year(m[3], today), m[2], m[1])),
  (text, today) =>
    withMatch(/^(\d{1,2})\.?\s*([a-z]{3})[a-z]*\.?,?\s*(\d{2}|\d{4})?$/, text, (m) =>
      day(year(m[3], today), month(m[2]), m[1]),
    ),
  (text, today) =>
    withMatch(/^([a-z]{3})[a-z]*\.?\s*(\d{1,2})(?:,?\s*(\d{4}))?$/, text, (m) =>
      day(year(m[3], today), month(m[1]), m[2]),
    ),
]

function withMatch(shape: RegExp, text: string, make: (match: RegExpExecArray) => string | null): string | null {
  const match = shape.exec(text)
  return match ? make(match) : null
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
