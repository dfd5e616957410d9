/** Several of a set of options. */

import { findOption } from '../choice/options'
import { MultiChoiceInput, OptionFilter } from '../lazily'
import { OptionChips } from '../parts/OptionChip'
import { fieldUi } from '../types'

export const multiChoice = fieldUi<readonly string[]>({
  Cell: ({ field, value, wide }) => (
    <OptionChips
      wide={wide}
      options={value.map((key) => findOption(field, key) ?? { key, label: key, color: 'gray' })}
    />
  ),
  Input: MultiChoiceInput,
  Filter: OptionFilter,
  inline: 'open',
  width: 200,
  text: (value, field) => value.map((key) => findOption(field, key)?.label ?? key).join(', '),
})
