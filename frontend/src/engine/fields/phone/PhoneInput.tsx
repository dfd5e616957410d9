/** A telephone number, grouped while it is typed; until the grouping has come, and within an input method, as it is. */

import { useEffect, useState } from 'react'
import { TextInput } from '@/design'
import { formatPhone } from '@/platform/format'
import { attributes } from '../parts/attributes'
import type { InputProps } from '../types'
import { countryOf } from './country'

type Group = typeof import('./grouping').grouped

export function PhoneInput(props: InputProps<string>) {
  const group = useGrouping()
  const [own, setOwn] = useState({ value: props.value, text: formatPhone(props.value) })
  // A value that came from elsewhere (a pasted card, a draft) is shown instead of what was typed.
  const text = own.value === props.value ? own.text : formatPhone(props.value)
  const take = (box: HTMLInputElement, isComposing: boolean): void => {
    const typed = box.value
    const atEnd = box.selectionStart === typed.length
    const next =
      group && !isComposing
        ? group(typed, text, atEnd, countryOf(props.values))
        : { text: typed, value: typed.trim() ? typed : null }
    setOwn(next)
    props.onChange(next.value)
  }
  return (
    <TextInput
      {...attributes(props)}
      type="tel"
      inputMode="tel"
      autoCapitalize="none"
      autoComplete="off"
      value={text}
      onChange={(event) => take(event.currentTarget, (event.nativeEvent as InputEvent).isComposing)}
      onCompositionEnd={(event) => take(event.currentTarget, false)}
    />
  )
}

function useGrouping(): Group | undefined {
  const [group, setGroup] = useState<Group>()
  useEffect(() => {
    void import('./grouping').then(
      (file) => setGroup(() => file.grouped),
      () => undefined,
    )
  }, [])
  return group
}
