/** One record as this browser knows it: what the server said, and what was typed here since. Pure. */

import type { Rec } from '@/platform/types'

/** A change that was made here and that the server has not confirmed yet; values in the shown form. */
export interface Edit {
  readonly id: number
  readonly values: Readonly<Record<string, unknown>>
}

export interface Entry {
  readonly base: Rec
  /** At which version each field was last seen: lists bring a few fields, the record page all of them. */
  readonly seen: Readonly<Record<string, number>>
  readonly edits: readonly Edit[]
  readonly gone: boolean
  /** base with the edits on top: what is shown. */
  readonly view: Rec
}

export function entryOf(rec: Rec): Entry {
  return build({ base: rec, seen: seenAt(rec), edits: [], gone: false })
}

/** Takes in what the server says; older news is ignored field by field, open edits stay on top. */
export function receive(entry: Entry, rec: Rec): Entry {
  const fresh = Object.keys(rec).filter((field) => (entry.seen[field] ?? 0) <= rec.version)
  if (fresh.length === 0) return entry
  const base = { ...entry.base, ...pick(rec, fresh), version: Math.max(entry.base.version, rec.version) }
  const seen = { ...entry.seen, ...Object.fromEntries(fresh.map((field) => [field, rec.version])) }
  return build({ ...entry, base, seen, gone: false })
}

export function begin(entry: Entry, edit: Edit): Entry {
  return build({ ...entry, edits: [...entry.edits, edit] })
}

/** The server has taken an edit; its answer becomes the base. */
export function confirm(entry: Entry, editId: number, rec: Rec): Entry {
  return receive(drop(entry, editId), rec)
}

/** The server has refused an edit; the record shows again what it was. */
export function drop(entry: Entry, editId: number): Entry {
  return build({ ...entry, edits: entry.edits.filter((edit) => edit.id !== editId) })
}

export function markGone(entry: Entry): Entry {
  return entry.gone ? entry : { ...entry, gone: true }
}

/** The version an edit of these fields was based on: the oldest at which the person saw one of them. */
export function basedOn(entry: Entry, fields: readonly string[]): number {
  return Math.min(...fields.map((field) => entry.seen[field] ?? entry.base.version), entry.base.version)
}

/** Which of the fields shown before are different now: what a highlight points at. */
export function changedFields(before: Rec, after: Rec): readonly string[] {
  return Object.keys(after).filter(
    (field) => field in before && !sameValue(before[field], after[field]) && !QUIET.has(field),
  )
}

const QUIET: ReadonlySet<string> = new Set(['version', 'updated_at', 'updated_by'])

export function sameValue(left: unknown, right: unknown): boolean {
  if (left === right) return true
  if (isEmpty(left) && isEmpty(right)) return true
  return JSON.stringify(left) === JSON.stringify(right)
}

export const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

function build(parts: Omit<Entry, 'view'>): Entry {
  const view: Rec = Object.assign({}, parts.base, ...parts.edits.map((edit) => edit.values))
  return { ...parts, view }
}

function seenAt(rec: Rec): Record<string, number> {
  return Object.fromEntries(Object.keys(rec).map((field) => [field, rec.version]))
}

function pick(rec: Rec, fields: readonly string[]): Partial<Rec> {
  return Object.fromEntries(fields.map((field) => [field, rec[field]]))
}
