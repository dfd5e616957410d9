/** A view as the server sends it: a named way of looking at the records of one object. */

import type { UserBrief } from './types'

export interface View {
  readonly id: string
  readonly name: string
  readonly label?: string
  readonly kind: 'list' | 'board' | 'calendar' | 'split' | 'map'
  readonly object: string
  readonly query: Readonly<Record<string, unknown>>
  readonly columns: readonly { readonly field: string; readonly width?: number | null }[]
  readonly group?: string | null
  readonly settings?: {
    readonly subgroup?: string
    readonly pins?: number
    readonly folded?: readonly string[]
    readonly span?: 'month' | 'week' | 'day' | 'agenda'
  }
  /** What is wrong with it, for this reader. */
  readonly broken?: string
  /** The reader's list opens with it. */
  readonly start?: boolean
  readonly sharing: 'private' | 'shared'
  readonly pinned: boolean
  readonly standard?: boolean
  readonly owner?: UserBrief | null
}
