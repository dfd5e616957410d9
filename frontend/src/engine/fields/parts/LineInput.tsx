/** One line of text, with the keyboard a phone should show for it. */

import { TextInput } from '@/design'
import type { InputProps } from '../types'
import { attributes } from './attributes'

export interface LineInputProps extends InputProps<string> {
  readonly keyboard: 'text' | 'email' | 'url'
}

export function LineInput({ keyboard, ...props }: LineInputProps) {
  const max = props.field.config?.max
  return (
    <TextInput
      {...attributes(props)}
      type={keyboard}
      inputMode={keyboard}
      autoCapitalize={keyboard === 'text' ? undefined : 'none'}
      autoComplete="off"
      maxLength={typeof max === 'number' ? max : undefined}
      value={props.value ?? ''}
      onChange={(event) => props.onChange(event.currentTarget.value || null)}
    />
  )
}
