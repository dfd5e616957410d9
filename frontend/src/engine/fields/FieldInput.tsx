/** The input of a field's kind; while its code is on the way, a quiet box of the same size. */

import { Suspense } from 'react'
import { uiOf } from './registry'
import type { InputProps } from './types'

export function FieldInput(props: InputProps) {
  const { Input } = uiOf(props.field)
  if (!Input) return null
  return (
    <Suspense fallback={<div style={{ height: 'var(--control-h)' }} aria-busy />}>
      <Input {...props} />
    </Suspense>
  )
}
