/** Chips carry an option or a tag in its colour; badges carry a count or a short state. */

import { IconX } from '@tabler/icons-react'
import type { CSSProperties, ReactNode } from 'react'
import { t } from '@/platform/i18n'
import classes from './Chip.module.css'
import { cx } from './cx'

export const OPTION_COLORS = [
  'gray',
  'red',
  'orange',
  'amber',
  'green',
  'teal',
  'blue',
  'indigo',
  'violet',
  'pink',
] as const

export type OptionColor = (typeof OPTION_COLORS)[number]

export interface ChipProps {
  readonly children: ReactNode
  readonly color?: string
  /** A dot before plain text instead of a tinted chip. */
  readonly dot?: boolean
  readonly retired?: boolean
  readonly onRemove?: () => void
}

export function Chip({ children, color = 'gray', dot = false, retired = false, onRemove }: ChipProps) {
  return (
    <span className={cx(classes.chip, dot && classes.plain, retired && classes.retired)} style={chipColors(color)}>
      {dot && <span className={classes.dot} aria-hidden />}
      <span className={classes.label}>{children}</span>
      {onRemove && (
        <button type="button" className={classes.remove} aria-label={t('action.remove')} onClick={onRemove}>
          <IconX size={12} aria-hidden />
        </button>
      )}
    </span>
  )
}

export type Tone = 'neutral' | 'accent' | 'danger' | 'warn' | 'good'

export function Badge({ children, tone = 'neutral' }: { readonly children: ReactNode; readonly tone?: Tone }) {
  return <span className={cx(classes.badge, tone !== 'neutral' && classes[tone])}>{children}</span>
}

/** The custom properties of an option colour; an unknown name is gray. */
export function chipColors(color: string | null | undefined): CSSProperties {
  const name = OPTION_COLORS.find((known) => known === color) ?? 'gray'
  return {
    '--chip-bg': `var(--c-${name}-bg)`,
    '--chip-fg': `var(--c-${name}-fg)`,
    '--chip-dot': `var(--c-${name}-dot)`,
  } as CSSProperties
}
