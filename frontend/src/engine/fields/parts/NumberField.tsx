/** A number as the reader writes it: grouped, with the decimals the field asks for. */

import { NumberInput } from '@/design'
import type { InputProps } from '../types'
import { attributes } from './attributes'
import { decimalsOf, toNumber } from './numbers'

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
