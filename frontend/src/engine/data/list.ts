/** Lists by what they ask for: going back to one finds it as it was left. */

import { useCallback, useRef, useSyncExternalStore } from 'react'
import { type Ask, ListSource, type ListView } from './ListSource'

const MOST = 60
const sources = new Map<string, ListSource>()

export function listSource(object: string, ask: Ask, first?: number): ListSource {
  const key = JSON.stringify([object, ask, first])
  const known = sources.get(key) ?? new ListSource(object, ask, first)
  sources.delete(key)
  sources.set(key, known)
  const oldest = sources.keys().next().value
  if (sources.size > MOST && oldest !== undefined) sources.delete(oldest)
  return known
}

export function useListView(source: ListSource): ListView {
  return useSyncExternalStore(source.subscribe, source.get)
}

/** Several lists at once, such as those of the groups of a list. */
export function useListViews(sources: readonly ListSource[]): readonly ListView[] {
  const last = useRef<readonly ListView[]>([])
  const subscribe = useCallback(
    (listener: () => void) => {
      const offs = sources.map((source) => source.subscribe(listener))
      return () => {
        for (const off of offs) off()
      }
    },
    [sources],
  )
  const get = (): readonly ListView[] => {
    const next = sources.map((source) => source.get())
    const same = next.length === last.current.length && next.every((view, at) => view === last.current[at])
    if (!same) last.current = next
    return last.current
  }
  return useSyncExternalStore(subscribe, get)
}

/** Looks again at every list of an object that is on screen: after my own create, delete or bulk change. */
export function touchLists(object: string): void {
  for (const source of sources.values()) if (source.object === object) source.touch()
}
