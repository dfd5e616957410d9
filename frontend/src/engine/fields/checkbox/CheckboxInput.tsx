/** A box to tick in a form. */

import { Checkbox } from '@/design'
import { attributes } from '../parts/attributes'
import type { InputProps } from '../types'

export function CheckboxInput(props: InputProps<boolean>) {
  return (
    <Checkbox
      {...attributes(props)}
      checked={props.value ?? false}
      onChange={(event) => {
        props.onChange(event.currentTarget.checked)
        props.onDone?.(event.currentTarget.checked)
      }}
    />
  )
}
