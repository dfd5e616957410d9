/** Which rows are selected: single ones, ranges, or everything that the filter finds. */

import { useMemo, useRef, useState } from 'react'

/** What can be done with the selection; always the same object, so rows need not be drawn again for it. */
export interface SelectionActs {
  readonly toggle: (id: string) => void
  /** Everything from the last one touched to this one. */
  readonly extend: (to: string) => void
  /** Adds or takes away what the keyboard passes over from one row to the next. */
  readonly stretch: (from: string, to: string) => void
  readonly selectLoaded: () => void
  readonly selectAll: () => void
  readonly clear: () => void
}

export interface Selection {
  readonly ids: ReadonlySet<string>
  /** Everything the query finds, loaded or not. */
  readonly all: boolean
  readonly acts: SelectionActs
}

interface State {
  readonly ids: ReadonlySet<string>
  readonly all: boolean
  readonly last: string | undefined
}

const NOTHING: State = { ids: new Set(), all: false, last: undefined }

/** `order` are the records on the list from top to bottom. */
export function useSelection(order: readonly string[]): Selection {
  const [state, setState] = useState(NOTHING)
  const latest = useRef(order)
  latest.current = order
  const acts = useMemo<SelectionActs>(
    () => ({
      toggle: (id) => setState((present) => toggled(present, id)),
      extend: (to) =>
        setState(({ ids, last }) => ({
          ids: new Set([...ids, ...between(latest.current, last, to)]),
          all: false,
          last: to,
        })),
      stretch: (from, to) =>
        setState(({ ids, last }) => {
          const back = ids.has(from) && ids.has(to)
          const next = new Set([...ids, ...between(latest.current, from, to)])
          if (back) next.delete(from)
          return { ids: next, all: false, last: last ?? from }
        }),
      selectLoaded: () => setState({ ...NOTHING, ids: new Set(latest.current) }),
      selectAll: () => setState((present) => ({ ...present, all: true })),
      clear: () => setState(NOTHING),
    }),
    [],
  )
  return { ids: state.ids, all: state.all, acts }
}

function toggled({ ids }: State, id: string): State {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return { ids: next, all: false, last: id }
}

/** The rows from the last one touched to this one, both included. */
export function between(order: readonly string[], from: string | undefined, to: string): readonly string[] {
  const end = order.indexOf(to)
  const start = from === undefined ? end : order.indexOf(from)
  if (end < 0) return []
  return start < 0 ? [to] : order.slice(Math.min(start, end), Math.max(start, end) + 1)
}
