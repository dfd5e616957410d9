/** The lines that a list draws: records, and a heading where a new group begins. */

import type { FieldMeta, Rec } from '@/platform/types'
import { isEmpty } from '../store/entry'

export type Line =
  | { readonly type: 'record'; readonly id: string; readonly index: number }
  | { readonly type: 'heading'; readonly key: string; readonly value: unknown }

/** One identity per group value, whatever its form: a link by its id, money by its currency, a list by its items. */
export function groupKey(value: unknown): string {
  if (isEmpty(value)) return ''
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return value.map(groupKey).join('\u0001')
  return 'id' in value ? String(value.id) : JSON.stringify(value)
}

/** Records in the order they came; the list is sorted by the group field, so each group stands together. */
export function linesOf(
  ids: readonly string[],
  group: FieldMeta | undefined,
  recOf: (id: string) => Rec | undefined,
  folded: ReadonlySet<string> = new Set(),
): readonly Line[] {
  if (!group) return ids.map((id, index) => ({ type: 'record', id, index }))
  const lines: Line[] = []
  let open: string | undefined
  for (const [index, id] of ids.entries()) {
    const value = recOf(id)?.[group.name]
    const key = groupKey(value)
    if (key !== open) lines.push({ type: 'heading', key, value })
    open = key
    if (!folded.has(key)) lines.push({ type: 'record', id, index })
  }
  return lines
}
