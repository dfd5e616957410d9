/** Picks the record to link to, or creates it. */

import type { LinkValue } from '@/platform/types'
import { Named, RecordList } from '../../lookup/RecordList'
import { PickField } from '../../parts/PickField'
import type { InputProps } from '../types'

export function LinkInput(props: InputProps<LinkValue>) {
  const { field, value, label, inline, onChange, onDone, onCancel } = props
  const to = field.to ?? ''
  const choose = (link: LinkValue | null): void => {
    onChange(link)
    onDone?.(link)
  }
  const clear = field.required ? undefined : () => choose(null)
  return (
    <PickField
      {...props}
      content={value ? <Named object={to} label={value.label ?? ''} /> : null}
      onClear={clear}
      onClose={inline ? onCancel : undefined}
    >
      {(close) => (
        <RecordList
          object={to}
          label={label}
          selected={value ? [value] : []}
          canCreate
          onClear={
            clear &&
            (() => {
              clear()
              close()
            })
          }
          onPick={(link) => {
            choose(link)
            close()
          }}
        />
      )}
    </PickField>
  )
}
