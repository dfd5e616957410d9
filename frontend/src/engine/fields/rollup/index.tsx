/** A figure gathered from the records that belong to this one; it looks like the kind it results in. */

import { Computed, ComputedFilter, computedText } from '../parts/computed'
import { fieldUi } from '../types'

export const rollup = fieldUi({
  Cell: Computed,
  Input: null,
  Filter: ComputedFilter,
  inline: 'none',
  width: 130,
  align: 'end',
  text: computedText,
})
