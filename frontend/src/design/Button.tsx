/** Buttons, and links that look like them. One primary button per view. */

import { createLink } from '@tanstack/react-router'
import type { ComponentProps, ReactNode } from 'react'
import classes from './Button.module.css'
import { cx } from './cx'
import { tip } from './tip'

export type ButtonVariant = 'primary' | 'default' | 'quiet' | 'danger'

interface Looks {
  readonly variant?: ButtonVariant
  readonly size?: 'sm' | 'md'
  readonly icon?: ReactNode
  /** Takes the whole width. */
  readonly wide?: boolean
}

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'size'>, Looks {
  /** Shows a spinner and refuses clicks, without changing its width. */
  readonly loading?: boolean
}

export function Button({ variant, size, icon, wide, loading, children, className, disabled, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={cx(looks({ variant, size, wide }), className)}
      disabled={disabled || loading}
      data-loading={loading || undefined}
      aria-busy={loading || undefined}
    >
      <Face icon={icon}>{children}</Face>
      {loading && <span className={classes.spinner} aria-hidden />}
    </button>
  )
}

export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'size' | 'aria-label'> {
  /** What it does: read aloud, and shown as a tooltip. */
  readonly label: string
  readonly variant?: ButtonVariant
  readonly size?: 'sm' | 'md'
  readonly pressed?: boolean
  readonly tooltip?: boolean
}

export function IconButton({
  label,
  variant = 'quiet',
  size,
  pressed,
  tooltip = true,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      {...(tooltip ? tip(label) : {})}
      {...rest}
      aria-label={label}
      aria-pressed={pressed}
      className={cx(looks({ variant, size }), classes.square, className)}
    />
  )
}

interface AnchorProps extends ComponentProps<'a'>, Looks {}

function Anchor({ variant, size, icon, wide, children, className, ...rest }: AnchorProps) {
  return (
    <a {...rest} className={cx(looks({ variant, size, wide }), className)}>
      <Face icon={icon}>{children}</Face>
    </a>
  )
}

/** A router link with the looks of a button. */
export const ButtonLink = createLink(Anchor)

function Face({ icon, children }: { readonly icon?: ReactNode; readonly children?: ReactNode }) {
  return (
    <>
      {icon && (
        <span className={classes.icon} aria-hidden>
          {icon}
        </span>
      )}
      {children !== undefined && <span className={classes.label}>{children}</span>}
    </>
  )
}

function looks({ variant = 'default', size = 'md', wide }: Looks): string {
  return cx(classes.button, classes[variant], size === 'sm' && classes.small, wide && classes.wide)
}
