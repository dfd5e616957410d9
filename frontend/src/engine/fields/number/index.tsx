/** A number, with the decimals that the field asks for. */

import { formatNumber } from '@/platform/format'
import { NumberField, NumberFilter } from '../lazily'
import { decimalsOf } from '../parts/numbers'
import { TextCell } from '../parts/TextCell'
import { fieldUi } from '../types'

export const number = fieldUi<number>({
  Cell: ({ value, field }) => <TextCell text={formatNumber(value, decimalsOf(field))} />,
  Input: (props) => <NumberField {...props} />,
  Filter: NumberFilter,
  inline: 'type',
  width: 110,
  align: 'end',
  text: (value, field) => formatNumber(value, decimalsOf(field)),
})
