/** The columns of a list: which there are, which are shown, how wide they are. */

import { readStored, writeStored } from '@/lib/storage'
import { createStore, useStore } from '@/lib/store'
import type { FieldMeta, Meta, ObjectMeta } from '@/platform/types'
import { dependsOn } from '../fields/choice/options'
import { uiOf } from '../fields/registry'
import { fieldAt, findField } from '../meta/paths'
import { faceOf } from '../slots'

export interface PlanColumn {
  readonly path: string
  readonly field: FieldMeta
  readonly width: number
}

interface Wanted {
  readonly field: string
  readonly width?: number | null
}

export const TITLE_WIDTH = 260
export const NARROWEST = 72
export const WIDEST = 720
const MOST = 7
/** Columns stay in sight on the left up to here. */
export const MOST_PINS = 10

/** Title first, then what the object puts forward. */
export function defaultColumns(object: ObjectMeta): readonly Wanted[] {
  const named = [object.title_field, ...(object.layout?.highlights ?? [])]
  const rest = object.fields.map((field) => field.name).filter((name) => !named.includes(name) && !SYSTEM.has(name))
  const picked = object.layout?.highlights?.length ? named : [...named, ...rest]
  return [...new Set(picked)].slice(0, MOST).map((field) => ({ field }))
}

const SYSTEM: ReadonlySet<string> = new Set(['created_at', 'created_by', 'updated_at', 'updated_by', 'owner'])

/** Columns whose field is still there; the title always leads. */
export function planColumns(meta: Meta, object: ObjectMeta, wanted: readonly Wanted[]): readonly PlanColumn[] {
  const title: Wanted = { field: object.title_field }
  const all = wanted.some((column) => column.field === title.field) ? wanted : [title, ...wanted]
  const ordered = [...all].sort((one, other) => Number(other.field === title.field) - Number(one.field === title.field))
  return ordered.flatMap(({ field: path, width }) => {
    const field = fieldAt(meta, object, path)
    return field ? [{ path, field, width: width ?? usualWidth(object, path, field) }] : []
  })
}

function usualWidth(object: ObjectMeta, path: string, field: FieldMeta): number {
  return path === object.title_field ? TITLE_WIDTH : uiOf(field).width
}

/** What a list must ask for so that rows, cards and the board can be drawn. */
export function askedFields(
  object: ObjectMeta,
  columns: readonly PlanColumn[],
  more: readonly string[] = [],
): readonly string[] {
  const shown = [findField(object, 'owner'), pictureField(object), ...phoneFields(object)]
  const carried = shown.map((field) => field?.name).filter((name) => name !== undefined)
  const parents = columns.flatMap(({ field }) => dependsOn(field) ?? [])
  return [...new Set([object.title_field, ...more, ...carried, ...parents, ...columns.map((column) => column.path)])]
}

/** The picture that stands for a record with a face: its photo, its logo. */
export function pictureField(object: ObjectMeta): FieldMeta | undefined {
  return faceOf(object.name) ? object.fields.find((field) => field.kind === 'image') : undefined
}

/** The numbers that one tap may call, as the object lists them. */
export const phoneFields = (object: ObjectMeta): readonly FieldMeta[] =>
  object.fields.filter((field) => field.kind === 'phone')

const KEY = 'kith.widths'
const widths = createStore<Readonly<Record<string, number>>>(readStored(KEY, {}))

/** Widths that this person has dragged, by object and path; a matter of this screen, so kept in this browser. */
export const useWidths = (): Readonly<Record<string, number>> => useStore(widths)
export const widthKey = (object: string, path: string): string => `${object}/${path}`

export function setWidth(object: string, path: string, width: number): void {
  const clamped = Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)))
  widths.set((present) => ({ ...present, [widthKey(object, path)]: clamped }))
}

export const keepWidths = (): void => writeStored(KEY, widths.get())
