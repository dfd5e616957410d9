/** A web address; https is added when left out. */

import { t } from '@/platform/i18n'
import { LineInput, TextFilter } from '../lazily'
import { OutLink } from '../parts/OutLink'
import { fieldUi } from '../types'

export const url = fieldUi<string>({
  Cell: ({ value }) => <OutLink href={safe(value)} text={short(value)} outside />,
  Input: (props) => <LineInput {...props} keyboard="url" />,
  Filter: TextFilter,
  inline: 'type',
  width: 180,
  text: (value) => value,
  write: (value) => (/^[a-z][a-z0-9+.-]*:/i.test(value) ? value : `https://${value}`),
  check: (value) => (/\s/.test(value.trim()) || !value.includes('.') ? t('engine.check.url') : undefined),
})

const short = (value: string): string => value.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')
const safe = (value: string): string | undefined => (/^https?:/i.test(value) ? value : undefined)
