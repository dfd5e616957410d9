/** Free words that people put on a record. */

import { TagFilter, TagsField } from '../lazily'
import { OptionChips } from '../parts/OptionChip'
import { fieldUi } from '../types'

export const tags = fieldUi<readonly string[]>({
  Cell: ({ value, wide }) => (
    <OptionChips wide={wide} options={value.map((tag) => ({ key: tag, label: tag, color: 'gray' }))} />
  ),
  Input: TagsField,
  Filter: TagFilter,
  inline: 'open',
  width: 180,
  text: (value) => value.join(', '),
})
