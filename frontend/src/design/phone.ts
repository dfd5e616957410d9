/** Whether the app is laid out for a phone; the same width as the style sheets use. */

import { useSyncExternalStore } from 'react'

const query = typeof window === 'undefined' ? undefined : window.matchMedia('(max-width: 47.99em)')

export function useIsPhone(): boolean {
  return useSyncExternalStore(
    (listener) => {
      query?.addEventListener('change', listener)
      return () => query?.removeEventListener('change', listener)
    },
    () => query?.matches ?? false,
    () => false,
  )
}
