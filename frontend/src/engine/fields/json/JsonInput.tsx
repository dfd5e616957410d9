/** JSON as text; while it cannot be read, the value says so and is not sent. */

import { useState } from 'react'
import { TextArea } from '@/design'
import type { Json } from '@/platform/types'
import { attributes } from '../parts/attributes'
import type { InputProps } from '../types'
import { UNREADABLE } from './unreadable'

export function JsonInput(props: InputProps<Json>) {
  const [text, setText] = useState(() => (props.value === null ? '' : JSON.stringify(props.value, null, 2)))
  const change = (next: string): void => {
    setText(next)
    props.onChange(read(next))
  }
  return (
    <TextArea
      {...attributes(props)}
      autosize
      minRows={4}
      maxRows={14}
      spellCheck={false}
      styles={{ input: { fontFamily: 'ui-monospace, Menlo, Consolas, monospace' } }}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}

function read(text: string): Json {
  if (!text.trim()) return null
  try {
    return JSON.parse(text) as Json
  } catch {
    return UNREADABLE
  }
}
