/** The records a person opened last in this browser, newest first. */

import { readStored, writeStored } from '@/lib/storage'
import { createStore, useStore } from '@/lib/store'

export interface Visit {
  readonly object: string
  readonly id: string
  readonly label: string
}

const KEY = 'kith.recent'
const MOST = 20
const recent = createStore<readonly Visit[]>(readStored<readonly Visit[]>(KEY, []))

export const useRecent = (): readonly Visit[] => useStore(recent)

export function noteVisit(visit: Visit): void {
  const others = recent.get().filter((known) => known.object !== visit.object || known.id !== visit.id)
  recent.set([visit, ...others].slice(0, MOST))
  writeStored(KEY, recent.get())
}

export function forgetVisits(): void {
  recent.set([])
  writeStored(KEY, [])
}
