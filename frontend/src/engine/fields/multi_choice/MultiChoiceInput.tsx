/** Picks several options; the list stays open until the person turns away. */

import { PickField } from '../../parts/PickField'
import { PickList } from '../../parts/PickList'
import { findOption, openOptions } from '../choice/options'
import { OptionChip, OptionChips } from '../parts/OptionChip'
import type { InputProps } from '../types'

export function MultiChoiceInput(props: InputProps<readonly string[]>) {
  const { field, value, values, label, inline, onChange } = props
  const chosen = value ?? []
  const options = openOptions(field, values, chosen)
  const toggle = (key: string): void => {
    const next = chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key]
    onChange(next.length > 0 ? next : null)
  }
  const list = (
    <PickList
      label={label}
      multiple
      items={options.map((option) => ({
        key: option.key,
        label: option.label,
        content: <OptionChip option={option} />,
      }))}
      selected={chosen}
      onPick={toggle}
    />
  )
  if (inline) return list
  const shown = chosen.map((key) => findOption(field, key) ?? { key, label: key, color: 'gray' })
  return (
    <PickField {...props} content={shown.length > 0 ? <OptionChips options={shown} wide /> : null}>
      {() => list}
    </PickField>
  )
}
