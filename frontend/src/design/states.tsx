/** What a page shows when there is nothing yet, when something went wrong, and while it waits. */

import { IconCloudOff, IconMoodPuzzled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { ApiProblem, problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import { Button } from './Button'
import { cx } from './cx'
import classes from './states.module.css'

export interface EmptyStateProps {
  readonly icon?: ReactNode
  readonly title: string
  /** What this place is for and what to do first. */
  readonly body?: ReactNode
  readonly action?: ReactNode
  /** Small, inside a card. */
  readonly inline?: boolean
  /** It is the whole page: its title is the page's heading. */
  readonly page?: boolean
}

export function EmptyState({ icon, title, body, action, inline = false, page = false }: EmptyStateProps) {
  return (
    <div className={cx(classes.state, inline && classes.inline)}>
      {icon && (
        <div className={classes.icon} aria-hidden>
          {icon}
        </div>
      )}
      <Title page={page}>{title}</Title>
      {body && <p className={classes.body}>{body}</p>}
      {action && <div className={classes.actions}>{action}</div>}
    </div>
  )
}

export interface ErrorStateProps {
  readonly error: unknown
  readonly onRetry?: () => void
  readonly inline?: boolean
  readonly action?: ReactNode
  readonly page?: boolean
}

export function ErrorState({ error, onRetry, inline = false, page = false, action }: ErrorStateProps) {
  const offline = error instanceof ApiProblem && error.offline
  return (
    <div className={cx(classes.state, inline && classes.inline)} role="alert">
      <div className={cx(classes.icon, classes.problem)} aria-hidden>
        {offline ? <IconCloudOff size={24} /> : <IconMoodPuzzled size={24} />}
      </div>
      <Title page={page}>{t(offline ? 'state.offline' : 'state.error')}</Title>
      <p className={classes.body}>{problemText(error)}</p>
      <div className={classes.actions}>
        {onRetry && <Button onClick={onRetry}>{t('action.retry')}</Button>}
        {action}
      </div>
    </div>
  )
}

function Title({ page, children }: { readonly page: boolean; readonly children: ReactNode }) {
  return page ? <h1 className={classes.title}>{children}</h1> : <p className={classes.title}>{children}</p>
}

export function ListSkeleton({ rows = 8 }: { readonly rows?: number }) {
  return (
    <Waiting>
      {indexes(rows).map((row) => (
        <div className={classes.row} key={row}>
          <div className={cx(classes.bone, classes.face)} />
          <Bone width={22 + ((row * 7) % 18)} />
          <Bone width={12 + ((row * 5) % 14)} />
          <Bone width={8 + ((row * 3) % 10)} />
        </div>
      ))}
    </Waiting>
  )
}

export function CardSkeleton({ cards = 3 }: { readonly cards?: number }) {
  return (
    <Waiting>
      {indexes(cards).map((card) => (
        <div className={cx(classes.bone, classes.box)} key={card} />
      ))}
    </Waiting>
  )
}

export function FormSkeleton({ fields = 5 }: { readonly fields?: number }) {
  return (
    <Waiting>
      {indexes(fields).map((field) => (
        <div className={classes.bones} key={field}>
          <Bone width={18 + ((field * 7) % 14)} />
          <div className={cx(classes.bone, classes.control)} />
        </div>
      ))}
    </Waiting>
  )
}

function Waiting({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes.bones} role="status" aria-busy>
      <span className="visually-hidden">{t('state.loading')}</span>
      {children}
    </div>
  )
}

function Bone({ width }: { readonly width: number }) {
  return <div className={classes.bone} style={{ width: `${width}%` }} />
}

const indexes = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index)
