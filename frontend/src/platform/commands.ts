/** Actions that the command palette offers while a page is on screen. */

import { useEffect } from 'react'
import { createStore, useStore } from '@/lib/store'

export interface Command {
  readonly id: string
  readonly label: string
  readonly icon?: string
  readonly hint?: string
  readonly keys?: string
  readonly run: () => void
}

const offered = createStore<ReadonlyMap<symbol, readonly Command[]>>(new Map())

/** Offers commands while mounted. Keep the array stable (useMemo), or it is registered anew on each draw. */
export function useCommands(commands: readonly Command[]): void {
  useEffect(() => {
    const place = Symbol('commands')
    offered.set((present) => new Map(present).set(place, commands))
    return () =>
      offered.set((present) => {
        const rest = new Map(present)
        rest.delete(place)
        return rest
      })
  }, [commands])
}

export function useOfferedCommands(): readonly Command[] {
  return [...useStore(offered).values()].flat()
}
