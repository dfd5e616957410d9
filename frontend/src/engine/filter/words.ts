/** Says a condition in words: for chips, for screen readers, for the empty list that explains itself. */

import { formatDate } from '@/platform/format'
import { hasMessage, t } from '@/platform/i18n'
import type { FieldKind, FieldMeta, Json, ObjectMeta } from '@/platform/types'
import { uiOf } from '../fields/registry'
import { valueKind } from '../meta/paths'
import { familyOf, shapeOf } from '../query/operators'
import { isMe, isMyTeam, isRelative } from '../query/relative'

/** The operator as it reads for this kind: "before" for days, "more than" for amounts. */
export function operatorWord(kind: FieldKind, op: string): string {
  const special = `engine.op.${familyOf(kind)}.${op}`
  return hasMessage(special) ? t(special) : t(`engine.op.${op}`)
}

export type Names = ReadonlyMap<string, string>

export function valueWords(field: FieldMeta, op: string, value: Json | undefined, names: Names): string {
  if (shapeOf(op) === 'none' || value === undefined || value === null) return ''
  if (!Array.isArray(value)) return oneWord(field, value, names)
  const words = value.map((each) => oneWord(field, each as Json, names))
  if (shapeOf(op) === 'pair') return words.join(' – ')
  const shown = words.slice(0, 2).join(t('engine.filter.comma'))
  return words.length > 2 ? t('engine.filter.and_more', { shown, n: words.length - 2 }) : shown
}

function oneWord(field: FieldMeta, value: Json, names: Names): string {
  if (isRelative(value)) return t(`engine.rel.said.${value.rel}`, { n: value.n ?? 0 })
  if (isMe(value)) return t('engine.filter.me')
  if (isMyTeam(value)) return t('engine.filter.my_team')
  const kind = valueKind(field)
  if (LINKS.has(kind)) return names.get(String(value)) ?? '…'
  if (kind === 'money' || typeof value === 'number') return String(value)
  if (kind === 'date' || kind === 'datetime') return formatDate(String(value))
  if (typeof value === 'object') return JSON.stringify(value)
  return LISTS.has(kind) ? uiOf(field).text([value], field) : uiOf(field).text(value, field)
}

export const LINKS: ReadonlySet<FieldKind> = new Set(['link', 'links', 'parent', 'user'])
const LISTS: ReadonlySet<FieldKind> = new Set(['multi_choice', 'tags'])

/** How the records that point here are called: "Contacts". */
export const childLabel = (object: ObjectMeta, of: string): string =>
  object.children?.find((child) => `${child.object}.${child.field}` === of)?.label ?? of
