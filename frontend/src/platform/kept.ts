/** Small things a person keeps for themselves: on the server for every device, in this browser for the first paint. */

import { readStored, writeStored } from '@/lib/storage'
import { createStore, type Store, useStore } from '@/lib/store'
import { api } from './api'
import type { Json } from './types'

export interface Kept<T> {
  readonly use: () => T
  readonly get: () => T
  /** Shows the new value at once and keeps it; a server that is away learns of it with the next change. */
  readonly set: (next: T) => void
}

const stores = new Map<string, Store<unknown>>()
const PLACE = 'kith.kept.'

export function kept<T extends Json>(key: string, fallback: T): Kept<T> {
  const store = createStore<T>(readStored(PLACE + key, fallback))
  stores.set(key, store as Store<unknown>)
  const set = (next: T): void => {
    store.set(next)
    writeStored(PLACE + key, next)
    api.put(`/preferences/${key}`, { value: next }).catch(() => undefined)
  }
  return { use: () => useStore(store), get: store.get, set }
}

/** Takes over what the person keeps on the server; called once somebody is signed in. */
export async function loadKept(): Promise<void> {
  const { items } = await api.get<{ items: readonly { key: string; value: unknown }[] }>('/preferences')
  for (const { key, value } of items) {
    const store = stores.get(key)
    if (!store) continue
    store.set(value)
    writeStored(PLACE + key, value)
  }
}
