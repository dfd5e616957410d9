/** Whether the server can be reached: what the browser says, corrected by what requests have met. */

import { createStore, useStore } from '@/lib/store'

const online = createStore(typeof navigator === 'undefined' ? true : navigator.onLine)

if (typeof window !== 'undefined') {
  window.addEventListener('online', () => online.set(true))
  window.addEventListener('offline', () => online.set(false))
}

export const reportAnswer = (): void => online.set(true)
export const reportNoAnswer = (): void => online.set(false)
export const isOnline = (): boolean => online.get()
export const useOnline = (): boolean => useStore(online)
export const onOnlineChange = (listener: () => void): (() => void) => online.subscribe(listener)
