/** What is open over the page: the palette, the sheet of shortcuts, the list of things to create. */

import { createStore, useStore } from '@/lib/store'

export type Overlay = 'palette' | 'shortcuts' | 'create' | 'notifications' | null

const overlay = createStore<Overlay>(null)

export const useOverlay = (): Overlay => useStore(overlay)
export const openOverlay = (next: Exclude<Overlay, null>): void => overlay.set(next)
export const closeOverlay = (): void => overlay.set(null)
