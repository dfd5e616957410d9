/** A value as it is read: the cell of its kind, or a quiet sign that nothing is there. */

import type { FieldMeta } from '@/platform/types'
import { isEmpty } from '../store/entry'
import { uiOf } from './registry'

interface FieldValueProps {
  readonly field: FieldMeta
  readonly value: unknown
  readonly wide?: boolean
  /** What stands where nothing is; nothing at all when left out. */
  readonly empty?: React.ReactNode
}

export function FieldValue({ field, value, wide, empty }: FieldValueProps) {
  if (isEmpty(value)) return empty ?? null
  const { Cell } = uiOf(field)
  return <Cell field={field} value={value} wide={Boolean(wide)} />
}

/** The value as one line of text. */
export function valueText(field: FieldMeta, value: unknown): string {
  return isEmpty(value) ? '' : uiOf(field).text(value, field)
}
