/** Compares with options, retired ones too: old records still carry them. */

import { PickField } from '../../parts/PickField'
import { PickList } from '../../parts/PickList'
import { shapeOf } from '../../query/operators'
import { findOption } from '../choice/options'
import { OptionChip, OptionChips } from '../parts/OptionChip'
import type { FilterProps } from '../types'

export function OptionFilter({ field, op, value, onChange }: FilterProps) {
  const several = shapeOf(op) === 'list'
  const chosen = (Array.isArray(value) ? value : [value]).filter((key) => typeof key === 'string')
  const pick = (key: string, close: () => void): void => {
    if (several) onChange(chosen.includes(key) ? chosen.filter((other) => other !== key) : [...chosen, key])
    else {
      onChange(key)
      close()
    }
  }
  const shown = chosen.map((key) => findOption(field, key) ?? { key, label: key, color: 'gray' })
  return (
    <PickField label={field.label} content={shown.length > 0 ? <OptionChips options={shown} wide /> : null}>
      {(close) => (
        <PickList
          label={field.label}
          multiple={several}
          items={(field.options ?? []).map((option) => ({
            key: option.key,
            label: option.label,
            content: <OptionChip option={option} />,
          }))}
          selected={chosen}
          onPick={(key) => pick(key, close)}
        />
      )}
    </PickField>
  )
}
