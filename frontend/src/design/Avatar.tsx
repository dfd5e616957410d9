/** Faces: a photo, or initials on a colour that stays with the name. People are round, companies are not. */

import type { CSSProperties, ReactNode } from 'react'
import { initials } from '@/platform/format'
import classes from './Avatar.module.css'
import { OPTION_COLORS } from './Chip'
import { cx } from './cx'

export interface AvatarProps {
  readonly name: string
  readonly src?: string | null | undefined
  readonly size?: number
  readonly kind?: 'person' | 'company'
  /** Read the name aloud; off where the name stands beside the face. */
  readonly named?: boolean
}

export function Avatar({ name, src, size = 28, kind = 'person', named = false }: AvatarProps) {
  return (
    <span
      className={cx(classes.avatar, kind === 'company' && classes.company)}
      style={{ '--size': `${size}px`, ...colorsOf(name) } as CSSProperties}
      {...(named ? { role: 'img', 'aria-label': name } : { 'aria-hidden': true })}
    >
      {src ? <img className={classes.photo} src={src} alt="" loading="lazy" /> : initials(name, kind)}
    </span>
  )
}

export interface PersonProps extends AvatarProps {
  readonly hint?: ReactNode
}

/** A face with its name, and a short line below. */
export function Person({ hint, ...avatar }: PersonProps) {
  return (
    <span className={classes.person}>
      <Avatar {...avatar} />
      <span className={classes.words}>
        <span className={classes.name}>{avatar.name}</span>
        {hint && <span className={classes.hint}>{hint}</span>}
      </span>
    </span>
  )
}

export interface AvatarStackProps {
  readonly people: readonly { readonly name: string; readonly src?: string | null }[]
  readonly size?: number
  readonly most?: number
}

/** Several faces, overlapping; how many more there are at the end. */
export function AvatarStack({ people, size = 24, most = 4 }: AvatarStackProps) {
  const rest = people.length - most
  return (
    <span className={classes.stack} style={{ '--size': `${size}px` } as CSSProperties}>
      {people.slice(0, most).map((person) => (
        <Avatar key={person.name} {...person} size={size} named />
      ))}
      {rest > 0 && <span className={cx(classes.avatar, classes.more)}>+{rest}</span>}
    </span>
  )
}

/** The same name has the same colour everywhere; gray is left for "nobody". */
export function colorOfName(name: string): (typeof OPTION_COLORS)[number] {
  let hash = 0
  for (const sign of name) hash = (hash * 31 + (sign.codePointAt(0) ?? 0)) % 9973
  return OPTION_COLORS[1 + (hash % (OPTION_COLORS.length - 1))] ?? 'gray'
}

function colorsOf(name: string): CSSProperties {
  const color = name.trim() ? colorOfName(name) : 'gray'
  return { '--avatar-bg': `var(--c-${color}-bg)`, '--avatar-fg': `var(--c-${color}-fg)` } as CSSProperties
}
