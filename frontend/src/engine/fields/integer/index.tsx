/** A whole number. */

import { formatNumber } from '@/platform/format'
import { t } from '@/platform/i18n'
import { NumberField, NumberFilter } from '../lazily'
import { TextCell } from '../parts/TextCell'
import { fieldUi } from '../types'

export const integer = fieldUi<number>({
  Cell: ({ value }) => <TextCell text={formatNumber(value)} />,
  Input: (props) => <NumberField {...props} whole />,
  Filter: NumberFilter,
  inline: 'type',
  width: 110,
  align: 'end',
  text: (value) => formatNumber(value),
  check: (value) => (Number.isSafeInteger(value) ? undefined : t('engine.check.integer')),
})
