/** What the server sends, as types: metadata, records, the session. The server is the judge; these help to write. */

import type { Address, FileValue, Link, Money, Place, Workspace } from '@/generated/api'
import type { FieldKind } from '@/generated/kinds'

export type { FileValue, Rate, TokenFacts } from '@/generated/api'
export { FIELD_KINDS, type FieldKind } from '@/generated/kinds'
export type { View } from './view'

/** How a link is shown; `label` is null and `closed` true when the reader may not read the target. */
export type LinkValue = Link
export type MoneyValue = Money
export type AddressValue = Address
export type PlaceValue = Place

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

export interface OptionMeta {
  readonly key: string
  readonly label: string
  readonly color: string
  readonly retired?: boolean
  readonly config?: Readonly<Record<string, Json>>
}

export interface FieldMeta {
  readonly name: string
  readonly kind: FieldKind
  readonly label: string
  readonly help?: string
  readonly required?: boolean
  readonly unique?: boolean
  readonly searchable?: boolean
  readonly indexed?: boolean
  readonly readonly?: boolean
  readonly default?: Json
  readonly to?: string | null
  readonly options?: readonly OptionMeta[]
  readonly config?: Readonly<Record<string, Json>>
  readonly custom?: boolean
  readonly rights?: 'read' | 'write'
  readonly operators?: readonly string[]
  readonly sortable?: boolean
  readonly groupable?: boolean
  readonly measures?: readonly string[]
}

export interface SectionMeta {
  readonly name: string
  readonly label: string
  readonly fields: readonly string[]
  /** The tab under which it stands; empty: the first. */
  readonly tab?: string
}

export interface LayoutMeta {
  readonly highlights?: readonly string[]
  readonly sections?: readonly SectionMeta[]
}

export interface ChildMeta {
  readonly object: string
  readonly field: string
  readonly label: string
}

export interface VerbMeta {
  readonly module?: string
  readonly name: string
  readonly label: string
  readonly icon?: string
  readonly primary?: boolean
  readonly params?: Readonly<Record<string, string>>
}

export interface Rights {
  readonly create?: boolean
  readonly read?: boolean
  readonly update?: boolean
  readonly delete?: boolean
  readonly export?: boolean
  readonly bulk?: boolean
}

export interface ObjectMeta {
  readonly name: string
  readonly label: string
  readonly plural: string
  readonly icon: string
  /** How the name is typed by those who write Chinese with letters: pinyin and initials. */
  readonly sound?: string
  readonly module?: string
  readonly title_field: string
  readonly owned?: boolean
  readonly custom?: boolean
  readonly system?: boolean
  readonly board_field?: string | null
  readonly calendar_field?: string | null
  /** The view that opens first, if it is still there. */
  readonly default_view?: string
  readonly rights: Rights
  readonly fields: readonly FieldMeta[]
  readonly layout?: LayoutMeta
  readonly children?: readonly ChildMeta[]
  readonly verbs?: readonly VerbMeta[]
  readonly config?: Readonly<Record<string, Json>>
}

export type Reach = 'none' | 'mine' | 'team' | 'all'
export type FieldRight = 'hidden' | 'read' | 'write'

/** What a profile may do with one object; each reach says with whose records. */
export interface ObjectRights {
  readonly read: Reach
  readonly create: boolean
  readonly update: Reach
  readonly delete: Reach
  readonly export: boolean
  readonly bulk: boolean
  readonly fields: Readonly<Record<string, FieldRight>>
}

export interface Profile {
  readonly name: string
  readonly label: string
  readonly admin: boolean
  readonly objects: Readonly<Record<string, ObjectRights>>
  readonly others: ObjectRights
  readonly standard?: boolean
  readonly changed?: boolean
}

export interface ProfileMeta {
  readonly name: string
  readonly label: string
}

export interface Meta {
  readonly version: number
  readonly objects: readonly ObjectMeta[]
  readonly currencies: readonly string[]
  readonly profiles?: readonly ProfileMeta[]
}

/** A record as reads return it: system members and one member per field or path, in the shown form. */
export interface Rec {
  readonly id: string
  readonly version: number
  readonly [field: string]: unknown
}

export interface UserBrief {
  readonly id: string
  readonly label: string | null
}

export type Theme = 'system' | 'light' | 'dark'
export type Motion = 'system' | 'reduce' | 'full'
export type Density = 'comfortable' | 'compact'

export interface Me {
  readonly user: {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly profile: string
    readonly locale: string | null
    readonly timezone: string | null
    readonly photo?: FileValue | null
    readonly theme?: Theme | null
    readonly density?: Density | null
    readonly motion?: Motion | null
  }
  readonly workspace: Workspace
  readonly csrf: string
  readonly admin: boolean
  readonly catalog_version: number
}

export interface Page<T> {
  readonly items: readonly T[]
  readonly total?: number | null
  readonly capped?: boolean
  readonly next?: string | null
}

export interface AggregateResult {
  readonly groups: readonly {
    readonly keys: readonly unknown[]
    readonly values: Readonly<Record<string, number | null>>
  }[]
  readonly total?: Readonly<Record<string, number | null>>
}

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled'

export interface Job {
  readonly id: string
  readonly kind: string
  readonly state: JobState
  readonly done: number
  readonly total: number | null
  readonly message?: string | null
  readonly result?: unknown
}

export interface FieldChange {
  readonly field: string
  readonly label: string
  readonly kind: FieldKind
  readonly before: unknown
  readonly after: unknown
}

/** One line of a timeline or of the recent changes. */
export interface Change {
  readonly id: string | number
  readonly at: string
  readonly actor: UserBrief | null
  readonly kind?: 'change' | 'activity'
  readonly action: string
  readonly changes?: readonly FieldChange[]
  readonly object?: string
  readonly record?: { readonly id: string; readonly label: string | null; readonly object?: string } | null
  readonly undoable?: boolean
}

export interface SearchItem {
  readonly id: string
  readonly label: string
  readonly hint?: string | null
  /** The found parts of the label, as [from, to). */
  readonly highlight?: readonly (readonly [number, number])[] | null
}

export interface SearchResult {
  readonly groups: readonly { readonly object: string; readonly items: readonly SearchItem[] }[]
}
