/** Lists by what they ask for: going back to one finds it as it was left. */

import { useSyncExternalStore } from 'react'
import { type Ask, ListSource, type ListView } from './ListSource'

const MOST = 24
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

/** Looks again at every list of an object that is on screen: after my own create, delete or bulk change. */
export function touchLists(object: string): void {
  for (const source of sources.values()) if (source.object === object) source.touch()
}
