/** The quiet parts that pages are made of: cards, page headers, banners, search boxes, keys. */

import { CloseButton, Progress, Tabs, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconChevronRight, IconCircleCheck, IconInfoCircle, IconSearch } from '@tabler/icons-react'
import { type ComponentProps, Fragment, type ReactNode } from 'react'
import { t } from '@/platform/i18n'
import { cx } from './cx'
import classes from './layout.module.css'

export { Progress, Tabs }

export interface CardProps extends Omit<ComponentProps<'section'>, 'title'> {
  readonly title?: ReactNode
  readonly actions?: ReactNode
  /** Rows reach the edges. */
  readonly flush?: boolean
}

export function Card({ title, actions, flush, children, className, ...rest }: CardProps) {
  return (
    <section className={cx(classes.card, className)} {...rest}>
      {title && (
        <header className={classes.cardHead}>
          <h2 className={classes.cardTitle}>{title}</h2>
          {actions}
        </header>
      )}
      <div className={cx(classes.cardBody, flush && classes.flush)}>{children}</div>
    </section>
  )
}

export interface PageHeaderProps {
  readonly title: ReactNode
  /** A quiet word after the title: a count, a state. */
  readonly hint?: ReactNode
  readonly icon?: ReactNode
  readonly crumbs?: readonly ReactNode[]
  readonly actions?: ReactNode
  readonly below?: ReactNode
}

export function PageHeader({ title, hint, icon, crumbs, actions, below }: PageHeaderProps) {
  return (
    <header className={classes.header}>
      {crumbs && <Crumbs crumbs={crumbs} />}
      <div className={classes.line}>
        <div className={classes.heading}>
          {icon}
          <h1 className={classes.title}>
            {title} {hint !== undefined && <span className={classes.titleHint}>{hint}</span>}
          </h1>
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {below}
    </header>
  )
}

function Crumbs({ crumbs }: { readonly crumbs: readonly ReactNode[] }) {
  return (
    <nav className={classes.crumbs} aria-label={t('nav.crumbs')}>
      {crumbs.map((crumb, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place in the path is what a crumb is
        <Fragment key={index}>
          {index > 0 && <IconChevronRight size={14} aria-hidden />}
          {crumb}
        </Fragment>
      ))}
    </nav>
  )
}

export interface BannerProps {
  readonly tone?: 'info' | 'warn' | 'danger' | 'good'
  readonly children: ReactNode
  readonly action?: ReactNode
}

const BANNER_ICONS = { info: IconInfoCircle, warn: IconAlertTriangle, danger: IconAlertTriangle, good: IconCircleCheck }

export function Banner({ tone = 'info', children, action }: BannerProps) {
  const Icon = BANNER_ICONS[tone]
  return (
    <div className={cx(classes.banner, tone !== 'info' && classes[tone])} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon size={18} aria-hidden />
      <span className={classes.bannerText}>{children}</span>
      {action}
    </div>
  )
}

export interface SearchBoxProps {
  readonly value: string
  readonly onChange: (value: string) => void
  /** What is searched: also the accessible name. */
  readonly label: string
  readonly autoFocus?: boolean
}

export function SearchBox({ value, onChange, label, autoFocus }: SearchBoxProps) {
  const clear = value && <CloseButton size="sm" aria-label={t('action.clear')} onClick={() => onChange('')} />
  return (
    <TextInput
      className={classes.search}
      type="search"
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      placeholder={label}
      aria-label={label}
      leftSection={<IconSearch size={16} aria-hidden />}
      rightSection={clear}
      data-autofocus={autoFocus || undefined}
    />
  )
}

/** Keys of the keyboard: "mod+k" as ⌘K or Ctrl K, "g d" as two keys. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className={classes.keys}>
      {(keys === ' ' ? ['Space'] : keys.split(/[\s+]/)).map((key) => (
        <kbd className={classes.kbd} key={key}>
          {KEY_NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key)}
        </kbd>
      ))}
    </span>
  )
}

const apple = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)
const KEY_NAMES: Readonly<Record<string, string>> = {
  mod: apple ? '⌘' : 'Ctrl',
  shift: '⇧',
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}
