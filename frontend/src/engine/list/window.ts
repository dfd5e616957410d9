/** Which rows of a long list are drawn: those in sight and a few around them, never many new ones in one frame. Pure. */

export interface Range {
  readonly first: number
  /** One past the last. */
  readonly end: number
}

/** The rows in sight, given where the list is scrolled to. */
export function rowsInSight(top: number, height: number, rowHeight: number, count: number): Range {
  const first = Math.max(0, Math.min(count, Math.floor(top / rowHeight)))
  return { first, end: Math.min(count, Math.ceil((top + height) / rowHeight)) }
}

export function widened({ first, end }: Range, by: number, count: number): Range {
  return { first: Math.max(0, first - by), end: Math.min(count, end + by) }
}

/**
 * The rows to draw next: nearer to `wanted` than `drawn`, with at most `budget` rows that were not drawn before. Rows in
 * sight come before those around them.
 */
export function approach(drawn: Range, sight: Range, wanted: Range, budget: number): Range {
  if (drawn.end <= wanted.first || drawn.first >= wanted.end) {
    return { first: sight.first, end: Math.max(sight.first, Math.min(sight.end, wanted.end, sight.first + budget)) }
  }
  let { first, end } = { first: Math.max(drawn.first, wanted.first), end: Math.min(drawn.end, wanted.end) }
  let left = budget
  const grow = (to: Range): void => {
    const down = Math.max(0, Math.min(left, to.end - end))
    end += down
    left -= down
    const up = Math.max(0, Math.min(left, first - to.first))
    first -= up
    left -= up
  }
  grow(sight)
  grow(wanted)
  return { first, end }
}

/** How many new rows a frame may draw: more where frames are quick, few where they are slow. */
const FEWEST = 2
const MOST = 8
const QUICK_MS = 20
/** After a pause the last frame says nothing. */
const PAUSE_MS = 200

export function paced(budget: number, elapsed: number): number {
  if (elapsed > PAUSE_MS) return budget
  return elapsed <= QUICK_MS ? Math.min(MOST, budget + 1) : Math.max(FEWEST, budget - 2)
}

export const sameRange = (one: Range, other: Range): boolean => one.first === other.first && one.end === other.end

/** The columns in sight, by where each begins; the first `pins` are always drawn and not counted here. */
export function columnsInSight(starts: readonly number[], left: number, width: number, pins: number): Range {
  const from = starts[pins] ?? 0
  const edge = left + from
  let first = pins
  while (first < starts.length - 2 && (starts[first + 1] ?? 0) <= edge) first++
  let end = first
  while (end < starts.length - 1 && (starts[end] ?? 0) < left + width) end++
  return { first, end }
}
