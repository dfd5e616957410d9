/** An e-mail address. */

import { t } from '@/platform/i18n'
import { LineInput, TextFilter } from '../lazily'
import { OutLink } from '../parts/OutLink'
import { fieldUi } from '../types'

const SHAPE = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

export const email = fieldUi<string>({
  Cell: ({ value }) => <OutLink href={`mailto:${value}`} text={value} />,
  Input: (props) => <LineInput {...props} keyboard="email" />,
  Filter: TextFilter,
  inline: 'type',
  width: 200,
  text: (value) => value,
  check: (value) => (SHAPE.test(value.trim()) ? undefined : t('engine.check.email')),
})
