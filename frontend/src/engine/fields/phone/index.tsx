/** A telephone number: typed in any shape, kept as E.164, read in groups. */

import { formatPhone } from '@/platform/format'
import { t } from '@/platform/i18n'
import { PhoneInput, TextFilter } from '../lazily'
import { OutLink } from '../parts/OutLink'
import { fieldUi } from '../types'

export const phone = fieldUi<string>({
  Cell: ({ value }) => <OutLink href={`tel:${value}`} text={formatPhone(value)} />,
  Input: PhoneInput,
  Filter: TextFilter,
  inline: 'type',
  width: 160,
  text: (value) => formatPhone(value),
  check: (value) => (value.replace(/\D/g, '').length >= 3 ? undefined : t('engine.check.phone')),
})
