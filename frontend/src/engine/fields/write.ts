/** From what a form holds to what the server takes, and what can be said about it before asking. */

import { t } from '@/platform/i18n'
import type { FieldMeta, Json } from '@/platform/types'
import { isEmpty } from '../store/entry'
import { uiOf } from './registry'

export function toWrite(field: FieldMeta, value: unknown): Json {
  if (isEmpty(value)) return null
  const { write } = uiOf(field)
  return write ? write(value) : (value as Json)
}

/** A message when the value cannot be right. */
export function checkValue(field: FieldMeta, value: unknown): string | undefined {
  if (isEmpty(value)) return field.required ? t('engine.check.required') : undefined
  return uiOf(field).check?.(value, field)
}
