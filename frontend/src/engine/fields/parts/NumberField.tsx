/** A number as the reader writes it: grouped, with the decimals the field asks for. */

import { NumberInput } from '@/design'
import type { FieldMeta } from '@/platform/types'
import type { InputProps } from '../types'
import { attributes } from './attributes'

export function decimalsOf(field: FieldMeta): number | undefined {
  const { decimals } = field.config ?? {}
  return typeof decimals === 'number' ? decimals : undefined
}

export interface NumberFieldProps extends InputProps<number> {
  readonly whole?: boolean
  readonly suffix?: string
}

export function NumberField({ whole, suffix, ...props }: NumberFieldProps) {
  return (
    <NumberInput
      {...attributes(props)}
      hideControls
      thousandSeparator=","
      allowDecimal={!whole}
      decimalScale={decimalsOf(props.field)}
      suffix={suffix}
      value={props.value ?? ''}
      onChange={(value) => props.onChange(toNumber(value))}
    />
  )
}

/** An input gives a text while it is too long to be exact, or empty. */
export function toNumber(value: string | number): number | null {
  if (value === '' || value === '-') return null
  const number = Number(value)
  return Number.isFinite(number) ? number : null
}
