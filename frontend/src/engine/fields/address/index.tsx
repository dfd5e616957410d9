/** An address in parts. */

import { lazy } from 'react'
import { t } from '@/platform/i18n'
import type { AddressValue } from '@/platform/types'
import { TextFilter } from '../lazily'
import { TextCell } from '../parts/TextCell'
import { fieldUi } from '../types'
import { wrongPostcode } from './formats'
import { addressLine, addressLines } from './lines'

const AddressInput = lazy(() => import('./AddressInput').then((module) => ({ default: module.AddressInput })))

export const address = fieldUi<AddressValue>({
  Cell: ({ value, wide }) =>
    wide ? <TextCell text={addressLines(value).join('\n')} wide /> : <TextCell text={addressLine(value)} />,
  Input: AddressInput,
  Filter: TextFilter,
  inline: 'open',
  width: 220,
  text: addressLine,
  check: (value) => {
    const example = wrongPostcode(value)
    return example ? t('record.address.postcode', { example }) : undefined
  },
})
