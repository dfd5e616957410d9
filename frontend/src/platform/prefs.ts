/** How a person likes the app to look; kept in this browser for the first paint and on the server for the next one. */

import { readStored, writeStored } from '@/lib/storage'
import { createStore, useStore } from '@/lib/store'
import { type Locale, nearestLocale } from './i18n'
import type { Density, Motion, Theme } from './types'

export interface Prefs {
  readonly theme: Theme
  readonly density: Density
  readonly motion: Motion
  readonly locale: Locale
}

const KEY = 'kith.prefs'

function initial(): Prefs {
  const saved = readStored<Partial<Prefs>>(KEY, {})
  const locale = nearestLocale(saved.locale ?? navigator.language)
  const { theme = 'system', density = 'comfortable', motion = 'system' } = saved
  return { theme, density, motion, locale }
}

const prefs = createStore<Prefs>(initial())

export const currentPrefs = (): Prefs => prefs.get()
export const usePrefs = (): Prefs => useStore(prefs)
export const onPrefsChange = (listener: () => void): (() => void) => prefs.subscribe(listener)

export function changePrefs(change: Partial<Prefs>): void {
  prefs.set((present) => ({ ...present, ...change }))
  writeStored(KEY, prefs.get())
}
