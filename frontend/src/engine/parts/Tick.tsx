/** The box at the head of a row: the browser's own, because a list draws one per row. */

import type { ComponentProps } from 'react'
import { cx } from '@/design'
import classes from './Tick.module.css'

export function Tick({ className, ...rest }: ComponentProps<'input'>) {
  return <input type="checkbox" {...rest} className={cx(classes.tick, className)} />
}
