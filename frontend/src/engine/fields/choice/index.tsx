/** One of a set of options with colours; the set may depend on another choice. */

import { ChoiceInput, OptionFilter } from '../lazily'
import { OptionChip } from '../parts/OptionChip'
import { fieldUi } from '../types'
import { findOption } from './options'

export const choice = fieldUi<string>({
  Cell: ({ field, value }) => <OptionChip option={findOption(field, value) ?? unknown(value)} />,
  Input: ChoiceInput,
  Filter: OptionFilter,
  inline: 'pick',
  width: 150,
  text: (value, field) => findOption(field, value)?.label ?? value,
})

/** A key whose option is gone is still shown, as it was written. */
export const unknown = (key: string) => ({ key, label: key, color: 'gray' })
