/** A value as it is read: the cell of its kind, or a quiet sign that nothing is there. */

import { memo, type ReactNode } from 'react'
import type { FieldMeta } from '@/platform/types'
import { isEmpty } from '../store/entry'
import { uiOf } from './registry'

interface FieldValueProps {
  readonly field: FieldMeta
  readonly value: unknown
  readonly wide?: boolean
  /** What stands where nothing is; nothing at all when left out. */
  readonly empty?: ReactNode
}

/** Drawn again only for another value: a list asks for hundreds, and the mouse passes over many. */
export const FieldValue = memo(function FieldValue({ field, value, wide, empty }: FieldValueProps) {
  if (isEmpty(value)) return empty ?? null
  const { Cell } = uiOf(field)
  return <Cell field={field} value={value} wide={Boolean(wide)} />
})

/** The value as one line of text. */
export function valueText(field: FieldMeta, value: unknown): string {
  return isEmpty(value) ? '' : uiOf(field).text(value, field)
}
