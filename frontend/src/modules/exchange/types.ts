/** What the import routes of the server speak. */

import type { Json } from '@/platform/types'

export type ImportState =
  | 'uploaded'
  | 'checking'
  | 'checked'
  | 'running'
  | 'done'
  | 'cancelled'
  | 'failed'
  | 'undoing'
  | 'undone'

export interface Guess {
  readonly field: string | null
  readonly score: number
  readonly kind: string
  readonly formats: readonly string[]
  readonly decimal: string
  readonly match?: string | null
  readonly part?: string
}

export interface FileColumn {
  readonly name: string
  readonly samples: readonly (string | null)[]
  readonly guess: Guess | null
}

export interface ColumnMapping {
  readonly column: string
  readonly field: string
  readonly match?: string | null
  readonly create_missing?: boolean
  readonly format?: string | null
  readonly decimal?: string
  readonly options?: Readonly<Record<string, string>>
  readonly part?: string
}

export type Mode = 'create' | 'update' | 'upsert'

export interface Mapping {
  readonly object: string
  readonly mode: Mode
  readonly key: readonly string[]
  readonly columns: readonly ColumnMapping[]
  readonly constants: Readonly<Record<string, Json>>
}

export interface Reason {
  readonly code: string
  readonly message: string
  readonly column: string | null
  readonly count: number
  readonly rows: readonly number[]
}

/** A row that looks like a record that is there already (`id`), or like an earlier row of the file (`first`). */
export interface Duplicate {
  readonly row: number
  readonly label: string
  readonly id?: string
  readonly first?: number
}

export interface Report {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
  readonly missing: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly doubles: number
  /** The first of them. */
  readonly duplicates: readonly Duplicate[]
  readonly reasons: readonly Reason[]
}

export interface ImportFile {
  readonly id: string
  readonly name: string
  readonly state: ImportState
  readonly object: string | null
  readonly rows: number
  readonly position: number | null
  readonly mapping: Mapping | null
  readonly remembered: Mapping | null
  readonly report: Report | null
  readonly batch: string | null
  readonly job: string | null
  readonly encoding: string | null
  readonly delimiter: string | null
  readonly sheets: readonly string[] | null
  readonly format: { readonly kind?: string; readonly sheet?: string | null }
  readonly columns: readonly FileColumn[]
}

export interface PastImport {
  readonly id: string
  readonly name: string
  readonly state: ImportState
  readonly object: string | null
  readonly rows: number | null
  readonly created: number | null
  readonly updated: number | null
  readonly rejected: number | null
  readonly created_at: string
}
