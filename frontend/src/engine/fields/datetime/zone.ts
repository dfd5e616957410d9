/** Between a moment and what the clock on the wall says in a time zone. */

export interface WallTime {
  readonly day: string
  readonly time: string
}

const clocks = new Map<string, Intl.DateTimeFormat>()

function clock(zone: string): Intl.DateTimeFormat {
  const known =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    })
  clocks.set(zone, known)
  return known
}

export function wallTime(moment: string | Date, zone: string): WallTime {
  const parts = Object.fromEntries(
    clock(zone)
      .formatToParts(new Date(moment))
      .map(({ type, value }) => [type, value]),
  )
  return { day: `${parts.year}-${parts.month}-${parts.day}`, time: `${parts.hour}:${parts.minute}` }
}

/** The moment at which the wall shows this; in the hour that a clock change skips, the next one that exists. */
export function momentOf({ day, time }: WallTime, zone: string): string {
  const wanted = Date.parse(`${day}T${time}:00Z`)
  const first = wanted - offset(wanted, zone)
  return new Date(wanted - offset(first, zone)).toISOString()
}

/** How far the wall clock is ahead of UTC at a moment, in milliseconds. */
function offset(moment: number, zone: string): number {
  const { day, time } = wallTime(new Date(moment), zone)
  return Date.parse(`${day}T${time}:00Z`) - Math.floor(moment / 60_000) * 60_000
}
