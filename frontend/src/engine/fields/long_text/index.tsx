/** Several lines of plain text. */

import { TextFilter } from '../filter/TextFilter'
import { AreaInput } from '../parts/AreaInput'
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
