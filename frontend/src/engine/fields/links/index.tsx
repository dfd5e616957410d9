/** Links to several records of another object. */

import type { LinkValue } from '@/platform/types'
import { LinksInput, RecordFilter } from '../lazily'
import classes from '../parts/cells.module.css'
import { LinkCell } from '../parts/LinkCell'
import { fieldUi } from '../types'

export const links = fieldUi<readonly LinkValue[]>({
  Cell: ({ field, value, wide }) => (
    <span className={classes.chips} data-wide={wide || undefined}>
      {value.map((each) => (
        <LinkCell key={each.id} to={field.to} value={each} />
      ))}
    </span>
  ),
  Input: LinksInput,
  Filter: RecordFilter,
  inline: 'open',
  width: 220,
  text: (value) => value.map((each) => each.label ?? '').join(', '),
  write: (value) => value.map((each) => each.id),
})
