/** News of records made in the create form, for whoever asked for one. */

import type { Rec } from '@/platform/types'

type Listener = (rec: Rec | null) => void

const waiting = new Map<string, Set<Listener>>()

/** Resolves with the next record of this object that is made, or null when the person turns away. */
export function nextCreated(object: string): Promise<Rec | null> {
  return new Promise((resolve) => {
    const set = waiting.get(object) ?? new Set()
    waiting.set(object, set)
    set.add(resolve)
  })
}

export function announceCreated(object: string, rec: Rec | null): void {
  const listeners = waiting.get(object) ?? []
  waiting.delete(object)
  for (const listener of listeners) listener(rec)
}
