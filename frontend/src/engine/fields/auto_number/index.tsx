/** A number that the server gives. */

import { TextFilter } from '../lazily'
import { TextCell } from '../parts/TextCell'
import { fieldUi } from '../types'

export const autoNumber = fieldUi<string>({
  Cell: ({ value }) => <TextCell text={value} />,
  Input: null,
  Filter: TextFilter,
  inline: 'none',
  width: 110,
  text: (value) => value,
})
