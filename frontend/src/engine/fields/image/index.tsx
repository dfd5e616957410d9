/** A picture that belongs to the record. */

import type { FileValue } from '@/platform/types'
import { filePath } from '../file/path'
import { FileInput, PresenceFilter } from '../lazily'
import classes from '../parts/cells.module.css'
import { fieldUi } from '../types'

export const image = fieldUi<FileValue>({
  Cell: ({ value, wide }) => (
    <img className={wide ? classes.picture : classes.thumb} src={filePath(value.id)} alt={value.name} loading="lazy" />
  ),
  Input: FileInput,
  Filter: PresenceFilter,
  inline: 'open',
  width: 90,
  text: (value) => value.name,
  write: (value) => value.id,
})
