/** A value that the server computes; it looks like the kind it results in. */

import { Computed, ComputedFilter, computedText } from '../parts/computed'
import { fieldUi } from '../types'

export const formula = fieldUi({
  Cell: Computed,
  Input: null,
  Filter: ComputedFilter,
  inline: 'none',
  width: 130,
  align: 'end',
  text: computedText,
})
