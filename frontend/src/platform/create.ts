/** Asking for a new record from anywhere: the shell asks, the engine's create form answers. */

import { createStore, useStore } from '@/lib/store'

export interface CreateRequest {
  readonly object: string
  readonly values?: Readonly<Record<string, unknown>>
  readonly done: () => void
}

const request = createStore<CreateRequest | null>(null)

export const useCreateRequest = (): CreateRequest | null => useStore(request)

export function requestCreate(object: string, values?: CreateRequest['values']): void {
  const done = () => request.set(null)
  request.set(values ? { object, values, done } : { object, done })
}
