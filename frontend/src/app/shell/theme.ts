/** Whether the app looks dark right now, by choice or because the system does. */

import { usePrefs } from '@/platform/prefs'

export function useIsDark(): boolean {
  const { theme } = usePrefs()
  if (theme === 'system') return window.matchMedia('(prefers-color-scheme: dark)').matches
  return theme === 'dark'
}
