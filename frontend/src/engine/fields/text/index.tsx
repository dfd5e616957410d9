/** One line of text. */

import { LineInput, TextFilter } from '../lazily'
import { TextCell } from '../parts/TextCell'
import { fieldUi } from '../types'

export const text = fieldUi<string>({
  Cell: ({ value, wide }) => <TextCell text={value} wide={wide} />,
  Input: (props) => <LineInput {...props} keyboard="text" />,
  Filter: TextFilter,
  inline: 'type',
  width: 200,
  text: (value) => value,
})
