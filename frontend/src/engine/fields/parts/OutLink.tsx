/** A link out of Kith: a web page, an e-mail, a call. A click on it never starts an edit. */

import classes from './cells.module.css'

interface OutLinkProps {
  readonly href: string | undefined
  readonly text: string
  readonly outside?: boolean
}

export function OutLink({ href, text, outside }: OutLinkProps) {
  if (!href) return <span className={classes.line}>{text}</span>
  const target = outside ? { target: '_blank', rel: 'noopener noreferrer' } : {}
  return (
    <a className={classes.link} href={href} title={text} data-stop {...target}>
      <span>{text}</span>
    </a>
  )
}
