/** A share: 35 means 35 %. */

import { formatPercent } from '@/platform/format'
import { NumberField, NumberFilter } from '../lazily'
import { decimalsOf } from '../parts/numbers'
import { TextCell } from '../parts/TextCell'
import { fieldUi } from '../types'

export const percent = fieldUi<number>({
  Cell: ({ value, field }) => <TextCell text={formatPercent(value, decimalsOf(field))} />,
  Input: (props) => <NumberField {...props} suffix=" %" />,
  Filter: NumberFilter,
  inline: 'type',
  width: 100,
  align: 'end',
  text: (value, field) => formatPercent(value, decimalsOf(field)),
})
