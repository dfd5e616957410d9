/** A file that belongs to the record. */

import type { FileValue } from '@/platform/types'
import { FileInput, PresenceFilter } from '../lazily'
import { fieldUi } from '../types'
import { FileLink } from './FileLink'

export const file = fieldUi<FileValue>({
  Cell: FileLink,
  Input: FileInput,
  Filter: PresenceFilter,
  inline: 'open',
  width: 180,
  text: (value) => value.name,
  write: (value) => value.id,
})
