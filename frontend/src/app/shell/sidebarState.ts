/** How a person likes the side bar: narrow or wide, and in which order. Kept for every device. */

import { kept } from '@/platform/kept'

export interface SideBarState {
  readonly [key: string]: boolean | readonly string[]
  readonly narrow: boolean
  /** Objects, in the person's order; those that are not named follow in the usual one. */
  readonly objects: readonly string[]
  readonly views: readonly string[]
}

export const sideBar = kept<SideBarState>('sidebar', { narrow: false, objects: [], views: [] })

/** Puts the named ones first, in that order; new ones come last. */
export function inOrder<T>(items: readonly T[], order: readonly string[], idOf: (item: T) => string): readonly T[] {
  const place = (item: T): number => {
    const at = order.indexOf(idOf(item))
    return at < 0 ? order.length : at
  }
  return items.toSorted((left, right) => place(left) - place(right))
}

/** The order after one entry was carried to the place of another. */
export function moved(ids: readonly string[], id: string, to: string): readonly string[] {
  const from = ids.indexOf(id)
  const at = ids.indexOf(to)
  if (from < 0 || at < 0 || from === at) return ids
  const rest = ids.filter((each) => each !== id)
  return [...rest.slice(0, at), id, ...rest.slice(at)]
}
