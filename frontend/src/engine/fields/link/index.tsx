/** A link to one record of another object. */

import type { LinkValue } from '@/platform/types'
import { LinkInput, RecordFilter } from '../lazily'
import { LinkCell } from '../parts/LinkCell'
import { fieldUi } from '../types'

export const link = fieldUi<LinkValue>({
  Cell: ({ field, value }) => <LinkCell to={field.to} value={value} />,
  Input: LinkInput,
  Filter: RecordFilter,
  inline: 'pick',
  width: 190,
  text: (value) => value.label ?? '',
  write: (value) => value.id,
})
