/** Short lists inside cards: something in front, a line with a hint below, something at the end. */

import { createLink } from '@tanstack/react-router'
import type { ComponentProps, ReactNode } from 'react'
import classes from './rows.module.css'

export function Rows({ children }: { readonly children: ReactNode }) {
  return <ul className={classes.rows}>{children}</ul>
}

export interface RowParts {
  readonly lead?: ReactNode
  readonly hint?: ReactNode
  readonly end?: ReactNode
}

/** A row that goes nowhere. */
export function Row({ lead, hint, end, children }: RowParts & { readonly children: ReactNode }) {
  return (
    <li className={classes.row}>
      {lead && <span className={classes.lead}>{lead}</span>}
      <span className={classes.words}>
        <span className={classes.main}>{children}</span>
        {hint && <span className={classes.hint}>{hint}</span>}
      </span>
      {end && <span className={classes.end}>{end}</span>}
    </li>
  )
}

function Anchor({ lead, hint, end, ...link }: ComponentProps<'a'> & RowParts) {
  return (
    <li className={classes.row}>
      {lead && <span className={classes.lead}>{lead}</span>}
      <span className={classes.words}>
        <a {...link} className={classes.main} />
        {hint && <span className={classes.hint}>{hint}</span>}
      </span>
      {end && <span className={classes.end}>{end}</span>}
    </li>
  )
}

/** A row that is a router link as a whole; what stands in front and at the end stays clickable. */
export const RowLink = createLink(Anchor)
