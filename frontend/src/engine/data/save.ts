/** Writing records: shown at once, sent, taken back when refused; a conflict waits for the person to decide. */

import { toast } from '@/design'
import { createStore, useStore } from '@/lib/store'
import { ApiProblem, api, problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import type { Json, ObjectMeta, Rec } from '@/platform/types'
import { toWrite } from '../fields/write'
import { findField } from '../meta/paths'
import { basedOn, sameValue } from '../store/entry'
import { records } from './store'
import { holdUnsent, takeUnsent, untilAnswered } from './unsent'

export type Values = Readonly<Record<string, unknown>>

export interface Conflict {
  readonly object: ObjectMeta
  readonly id: string
  readonly mine: Values
  readonly theirs: Rec
  readonly fields: readonly string[]
}

const conflict = createStore<Conflict | null>(null)
export const useConflict = (): Conflict | null => useStore(conflict)
export const endConflict = (): void => conflict.set(null)

export interface SaveOptions {
  /** Offer the way back in a toast. */
  readonly undo?: boolean
  /** Say nothing when it fails: the caller shows it at the field. */
  readonly quiet?: boolean
  /** The version that the person saw, when it is not the one in the store. */
  readonly version?: number
}

/** The version at which this field was last seen here. */
export function seenVersion(object: string, id: string, field: string): number | undefined {
  const entry = records.entry(object, id)
  return entry && basedOn(entry, [field])
}

/** Saves some fields of a record; resolves with what the server made of it, or null when it was not saved. */
export async function saveRecord(
  object: ObjectMeta,
  id: string,
  values: Values,
  options: SaveOptions = {},
): Promise<Rec | null> {
  const before = records.entry(object.name, id)
  const version = options.version ?? (before && basedOn(before, Object.keys(values)))
  const edit = records.begin(object.name, id, values)
  const letGo = holdUnsent(object.name, id, { values, version })
  try {
    const saved = await untilAnswered(() =>
      api.patch<Rec>(`/records/${object.name}/${id}`, body(object, values), {
        ...(version === undefined ? {} : { ifMatch: version }),
      }),
    )
    records.confirm(object.name, edit, saved)
    if (options.undo && before) offerUndo(object, id, values, before.view)
    return saved
  } catch (error) {
    records.drop(object.name, id, edit)
    if (isConflict(error)) return askWhich(object, id, values, error)
    if (options.quiet) throw error
    toast({ text: firstProblem(error, Object.keys(values)), tone: 'danger' })
    return null
  } finally {
    letGo()
  }
}

/** Sends what an earlier visit to this record typed and could not send. */
export function sendUnsent(object: ObjectMeta, id: string): void {
  const unsent = takeUnsent(object.name, id)
  if (!unsent) return
  const { values, version } = unsent
  void saveRecord(object, id, values, { undo: true, ...(version === undefined ? {} : { version }) })
}

/** What the server says about one of these fields, or about the whole write. */
function firstProblem(error: unknown, fields: readonly string[]): string {
  const known = error instanceof ApiProblem ? error.fields : undefined
  return fields.map((field) => known?.[field]?.message).find(Boolean) ?? problemText(error)
}

export function body(object: ObjectMeta, values: Values): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const field = findField(object, name)
      return [name, field ? toWrite(field, value) : (value as Json)]
    }),
  )
}

function offerUndo(object: ObjectMeta, id: string, values: Values, before: Rec): void {
  const old = Object.fromEntries(Object.keys(values).map((name) => [name, before[name] ?? null]))
  const [first, ...rest] = Object.keys(values)
  const label = (first && findField(object, first)?.label) ?? object.label
  const text = rest.length === 0 ? t('engine.saved.field', { field: label }) : t('engine.saved.record')
  toast({ text, undo: () => void saveRecord(object, id, old) })
}

export const isConflict = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && error.status === 409 && error.body.current !== undefined

/** Asks the person where both sides differ; an answer that got lost on the line is no conflict with oneself. */
function askWhich(object: ObjectMeta, id: string, mine: Values, problem: ApiProblem): Rec | null {
  const theirs = problem.body.current as Rec
  records.receive(object.name, theirs)
  const named = Object.keys(problem.fields ?? {}).filter((name) => name in mine)
  const fields = (named.length > 0 ? named : Object.keys(mine)).filter((name) => !sameValue(mine[name], theirs[name]))
  if (fields.length === 0) return theirs
  conflict.set({ object, id, mine, theirs, fields })
  return null
}

export async function deleteRecord(object: ObjectMeta, id: string): Promise<boolean> {
  try {
    await api.del(`/records/${object.name}/${id}`)
  } catch (error) {
    toast({ text: problemText(error), tone: 'danger' })
    return false
  }
  records.markGone(object.name, id)
  return true
}

export async function restoreRecord(object: ObjectMeta, id: string): Promise<void> {
  records.receive(object.name, await api.post<Rec>(`/records/${object.name}/${id}/restore`))
}

export async function createRecord(object: ObjectMeta, values: Values, key?: string): Promise<Rec> {
  const made = await api.post<Rec>(`/records/${object.name}`, body(object, values), key ? { idempotencyKey: key } : {})
  records.receive(object.name, made)
  return made
}
