/** A calendar day, the same everywhere in the world. */

import { lazy } from 'react'
import { formatDate } from '@/platform/format'
import { DateFilter } from '../lazily'
import { TextCell } from '../parts/TextCell'
import { fieldUi } from '../types'

const DateInput = lazy(() => import('./DateInput').then((file) => ({ default: file.DateInput })))

export const date = fieldUi<string>({
  Cell: ({ value }) => <TextCell text={formatDate(value)} />,
  Input: DateInput,
  Filter: DateFilter,
  inline: 'type',
  width: 130,
  text: (value) => formatDate(value),
})
