/** Several lines of text; grows with what is written. */

import { TextArea } from '@/design'
import type { InputProps } from '../types'
import { attributes } from './attributes'

export function AreaInput(props: InputProps<string>) {
  const max = props.field.config?.max
  return (
    <TextArea
      {...attributes(props)}
      autosize
      minRows={props.inline ? 4 : 3}
      maxRows={14}
      maxLength={typeof max === 'number' ? max : undefined}
      value={props.value ?? ''}
      onChange={(event) => props.onChange(event.currentTarget.value || null)}
    />
  )
}
