/** Arithmetic with calendar days as text ("2026-11-22"), the same in every time zone. Weeks start on Monday. */

const DAY_MS = 86_400_000

const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

export const addDays = (day: string, days: number): string => dayOf(numberOf(day) + days * DAY_MS)

export const daysBetween = (from: string, to: string): number => Math.round((numberOf(to) - numberOf(from)) / DAY_MS)

/** The same day of another month; the last one where that month is shorter. */
export function addMonths(day: string, months: number): string {
  const date = new Date(numberOf(day))
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0)).getUTCDate()
  return dayOf(first + (Math.min(date.getUTCDate(), last) - 1) * DAY_MS)
}

export const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`

export function mondayOf(day: string): string {
  const weekday = (new Date(numberOf(day)).getUTCDay() + 6) % 7
  return addDays(day, -weekday)
}

export const daysFrom = (day: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => addDays(day, index))

/** The whole weeks that a month touches. */
export function monthWeeks(day: string): readonly (readonly string[])[] {
  const first = mondayOf(firstOfMonth(day))
  const count = Math.ceil(daysBetween(first, addMonths(firstOfMonth(day), 1)) / 7)
  return Array.from({ length: count }, (_, week) => daysFrom(addDays(first, week * 7), 7))
}
