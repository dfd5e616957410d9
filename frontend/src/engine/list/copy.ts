/** What a list puts on the clipboard: cells by tabs and lines, as spreadsheets take them. */

import type { ObjectMeta, Rec } from '@/platform/types'
import { records } from '../data/store'
import { valueText } from '../fields/FieldValue'
import type { PlanColumn } from './columns'
import type { Spot } from './useCursor'

export function copyText(
  object: ObjectMeta,
  columns: readonly PlanColumn[],
  ids: readonly string[],
  spot: Spot | undefined,
): string | undefined {
  if (ids.length > 0) {
    const rows = ids.flatMap((id) => records.view(object.name, id) ?? [])
    return tableText(columns, rows)
  }
  const column = spot && columns[spot.column]
  const rec = spot && records.view(object.name, spot.id)
  return column && rec ? valueText(column.field, rec[column.path]) : undefined
}

export function tableText(columns: readonly PlanColumn[], rows: readonly Rec[]): string {
  const head = columns.map(({ field }) => cell(field.label))
  const lines = rows.map((rec) => columns.map(({ field, path }) => cell(valueText(field, rec[path]))))
  return [head, ...lines].map((line) => line.join('\t')).join('\n')
}

/** A tab or a line break inside a value would break the table apart. */
const cell = (text: string): string => text.replace(/[\t\r\n]+/g, ' ')
