/** A day: typed as people write it or picked from a calendar; the phone's own picker on the phone. */

import { TextInput, useIsPhone } from '@/design'
import { attributes } from '../parts/attributes'
import type { InputProps } from '../types'
import { DayField } from './DayField'

export function DateInput(props: InputProps<string>) {
  const phone = useIsPhone()
  const { value, onChange, onDone } = props
  if (phone) {
    return (
      <TextInput
        {...attributes(props)}
        type="date"
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      />
    )
  }
  return (
    <DayField
      {...attributes(props)}
      value={value}
      opened={props.inline}
      onChange={onChange}
      onPick={(day) => onDone?.(day)}
    />
  )
}
