/** What the app must know about a kind of field: how it looks, how it is typed, how it is asked for. */

import type { ComponentType } from 'react'
import type { FieldMeta, Json } from '@/platform/types'

export interface CellProps<V = unknown> {
  readonly field: FieldMeta
  /** Never empty: the caller shows the empty state. */
  readonly value: V
  /** A row of a list has one line; a page may use more. */
  readonly wide?: boolean
}

export interface InputProps<V = unknown> {
  readonly field: FieldMeta
  readonly value: V | null
  readonly onChange: (value: V | null) => void
  /** The object the field belongs to, and the other values of the record: for options and defaults that depend on them. */
  readonly object: string
  readonly values: Readonly<Record<string, unknown>>
  /** In the place of the value: no label around it, focus at once. */
  readonly inline?: boolean
  /** The value is complete (something was picked): an inline editor may close. */
  readonly onDone?: (value: V | null) => void
  /** The person has turned away from an inline editor without choosing. */
  readonly onCancel?: () => void
  readonly id?: string
  readonly label: string
  readonly error?: string | undefined
  readonly describedBy?: string | undefined
}

export interface FilterProps {
  /** The object that the field belongs to: at the end of a path, not the one the list shows. */
  readonly object: string
  readonly field: FieldMeta
  readonly op: string
  readonly value: Json | undefined
  readonly onChange: (value: Json | undefined) => void
}

/**
 * How a value is edited where it stands: `type` in its place, `pick` from a list that opens at once, `toggle` by the
 * click itself, `open` in a panel with Save, or `none`.
 */
export type InlineWay = 'type' | 'pick' | 'toggle' | 'open' | 'none'

export interface FieldUi<V = unknown> {
  readonly Cell: ComponentType<CellProps<V>>
  readonly Input: ComponentType<InputProps<V>> | null
  readonly Filter: ComponentType<FilterProps>
  readonly inline: InlineWay
  /** Starting width of a column, in CSS pixels. */
  readonly width: number
  readonly align?: 'end'
  /** One line of plain text, for copying, screen readers and chips. */
  readonly text: (value: V, field: FieldMeta) => string
  /** The form the server takes; without it the value goes as it is. */
  readonly write?: (value: V) => Json
  /** A message when what was typed cannot be right; the server still has the last word. */
  readonly check?: (value: V, field: FieldMeta) => string | undefined
}

/** Any kind's entry, as the registry keeps them: callers pass values they took from the same field. */
export interface AnyFieldUi extends Omit<FieldUi, 'Cell' | 'Input'> {
  readonly Cell: ComponentType<CellProps>
  readonly Input: ComponentType<InputProps> | null
}

/** Forgets the value type of one kind, in the one place where that is done. */
export function fieldUi<V>(ui: FieldUi<V>): AnyFieldUi {
  return ui as unknown as AnyFieldUi
}
