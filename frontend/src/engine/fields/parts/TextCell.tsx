/** A value as plain text: one line in a list, as it was written on a page. */

import classes from './cells.module.css'

export function TextCell({ text, wide, strong }: { text: string; wide?: boolean | undefined; strong?: boolean }) {
  return (
    <span
      className={wide ? classes.text : classes.line}
      data-strong={strong || undefined}
      title={wide ? undefined : text}
    >
      {text}
    </span>
  )
}
