/** What cells and inputs of numbers share. */

import type { FieldMeta } from '@/platform/types'

export function decimalsOf(field: FieldMeta): number | undefined {
  const { decimals } = field.config ?? {}
  return typeof decimals === 'number' ? decimals : undefined
}

/** An input gives a text while it is too long to be exact, or empty. */
export function toNumber(value: string | number): number | null {
  if (value === '' || value === '-') return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}
