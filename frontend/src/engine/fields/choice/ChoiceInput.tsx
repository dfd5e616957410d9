/** Picks one option; picking the chosen one again, or the cross, empties the field when it may be empty. */

import { t } from '@/platform/i18n'
import { PickField } from '../../parts/PickField'
import { PickList } from '../../parts/PickList'
import { OptionChip } from '../parts/OptionChip'
import type { InputProps } from '../types'
import { findOption, openOptions } from './options'

const SEARCH_FROM = 8

export function ChoiceInput(props: InputProps<string>) {
  const { field, value, values, label, inline, onChange, onDone, onCancel } = props
  const chosen = value ? findOption(field, value) : undefined
  const options = openOptions(field, values, value ? [value] : [])
  const choose = (key: string | null): void => {
    onChange(key)
    onDone?.(key)
  }
  const clear = field.required ? undefined : () => choose(null)
  return (
    <PickField
      {...props}
      content={chosen ? <OptionChip option={chosen} /> : value}
      onClear={clear}
      onClose={inline ? onCancel : undefined}
    >
      {(close) => (
        <PickList
          label={label}
          searchable={options.length >= SEARCH_FROM}
          items={[
            ...options.map((option) => ({
              key: option.key,
              label: option.label,
              content: <OptionChip option={option} />,
            })),
            ...(clear && value ? [{ key: '', label: t('engine.pick.empty') }] : []),
          ]}
          selected={value ? [value] : []}
          onPick={(key) => {
            choose(key || null)
            close()
          }}
        />
      )}
    </PickField>
  )
}
