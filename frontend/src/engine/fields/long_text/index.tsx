/** Several lines of plain text. */

import { AreaInput, TextFilter } from '../lazily'
import { TextCell } from '../parts/TextCell'
import { fieldUi } from '../types'

export const longText = fieldUi<string>({
  Cell: ({ value, wide }) => <TextCell text={value} wide={wide} />,
  Input: AreaInput,
  Filter: TextFilter,
  inline: 'open',
  width: 260,
  text: (value) => value,
})
