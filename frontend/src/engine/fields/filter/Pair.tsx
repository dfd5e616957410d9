/** Two values with a dash between them. */

import type { ReactNode } from 'react'
import classes from './filter.module.css'

export function Pair({ from, to }: { from: ReactNode; to: ReactNode }) {
  return (
    <span className={classes.pair}>
      {from}
      <span aria-hidden>–</span>
      {to}
    </span>
  )
}
