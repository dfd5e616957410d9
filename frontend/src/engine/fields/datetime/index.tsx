/** A moment; shown and typed in the reader's own time zone, kept in UTC. */

import { lazy } from 'react'
import { formatDateTime } from '@/platform/format'
import { DateFilter } from '../lazily'
import { TextCell } from '../parts/TextCell'
import { fieldUi } from '../types'

const MomentInput = lazy(() => import('./MomentInput').then((file) => ({ default: file.MomentInput })))

export const datetime = fieldUi<string>({
  Cell: ({ value }) => <TextCell text={formatDateTime(value)} />,
  Input: MomentInput,
  Filter: DateFilter,
  inline: 'open',
  width: 170,
  text: (value) => formatDateTime(value),
})
