/** A file that belongs to the record. */

import { formatBytes } from '@/platform/format'
import type { FileValue } from '@/platform/types'
import { FileInput, PresenceFilter } from '../lazily'
import classes from '../parts/cells.module.css'
import { fieldUi } from '../types'
import { filePath } from './path'

export const file = fieldUi<FileValue>({
  Cell: ({ value }) => (
    <a className={classes.link} href={filePath(value.id)} download={value.name} data-stop title={value.name}>
      <span>{value.name}</span>
      <span className={classes.more}>{formatBytes(value.size)}</span>
    </a>
  ),
  Input: FileInput,
  Filter: PresenceFilter,
  inline: 'open',
  width: 180,
  text: (value) => value.name,
  write: (value) => value.id,
})
