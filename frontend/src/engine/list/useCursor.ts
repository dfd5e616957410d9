/** Where the keyboard is in a list: a record and a column, which stay put when rows come and go around them. */

import { useMemo, useRef, useState } from 'react'

export interface Spot {
  readonly id: string
  readonly column: number
}

/** What can be done with the cursor; always the same object, so rows need not be drawn again for it. */
export interface CursorActs {
  readonly to: (id: string, column: number) => void
  readonly move: (rows: number, columns: number) => Spot | undefined
  readonly edit: (on: boolean) => void
  readonly leave: () => void
}

export interface Cursor {
  readonly spot: Spot | undefined
  readonly editing: boolean
  readonly acts: CursorActs
}

/** `order` are the records on the list from top to bottom. */
export function useCursor(order: readonly string[], columns: number, onMove: (spot: Spot) => void): Cursor {
  const [spot, setSpot] = useState<Spot>()
  const [editing, setEditing] = useState(false)
  const latest = useRef({ order, columns, onMove, spot })
  latest.current = { order, columns, onMove, spot }
  const acts = useMemo<CursorActs>(() => {
    const go = (next: Spot | undefined): void => {
      setEditing(false)
      setSpot(next)
    }
    return {
      to: (id, column) => go({ id, column }),
      move: (rows, across) => {
        const { order: now, columns: width, spot: from, onMove: tell } = latest.current
        const next = moved(now, width, from, rows, across)
        go(next)
        if (next) tell(next)
        return next
      },
      edit: setEditing,
      leave: () => go(undefined),
    }
  }, [])
  return { spot, editing, acts }
}

export function moved(
  order: readonly string[],
  columns: number,
  spot: Spot | undefined,
  rows: number,
  across: number,
): Spot | undefined {
  const first = order[0]
  if (first === undefined) return undefined
  const at = spot ? order.indexOf(spot.id) : -1
  if (!spot || at < 0) return { id: first, column: 0 }
  const row = Math.min(order.length - 1, Math.max(0, at + rows))
  const column = Math.min(columns - 1, Math.max(0, spot.column + across))
  return { id: order[row] ?? first, column }
}
