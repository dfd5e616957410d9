/** Short news after an action, with a way back. */

import { IconAlertTriangle, IconCircleCheck, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { createStore, useStore } from '@/lib/store'
import { t } from '@/platform/i18n'
import { cx } from './cx'
import classes from './toast.module.css'

export interface ToastOptions {
  readonly text: string
  readonly tone?: 'neutral' | 'good' | 'danger'
  /** Takes the action back. */
  readonly undo?: () => void | Promise<void>
  /** Another way on, when there is nothing to take back. */
  readonly action?: { readonly label: string; readonly run: () => void }
  readonly seconds?: number
}

interface Shown extends ToastOptions {
  readonly id: number
}

const shown = createStore<readonly Shown[]>([])
const MOST = 3
let nextId = 1

/** Shows a toast and returns how to take it away. */
export function toast(options: ToastOptions): () => void {
  const id = nextId++
  shown.set((present) => [...present, { ...options, id }].slice(-MOST))
  return () => dismiss(id)
}

export function ToastHost() {
  const toasts = useStore(shown)
  return (
    <section className={classes.host} aria-live="polite" aria-label={t('toast.region')}>
      {toasts.map((each) => (
        <Toast key={each.id} toast={each} />
      ))}
    </section>
  )
}

function Toast({ toast: { id, text, tone = 'neutral', undo, action, seconds } }: { readonly toast: Shown }) {
  const [held, setHeld] = useState(false)
  const stay = seconds ?? (undo || tone === 'danger' ? 10 : 5)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => dismiss(id), stay * 1000)
    return () => clearTimeout(timer)
  }, [held, id, stay])
  const then = undo ? { label: t('action.undo'), run: undo } : action
  return (
    <div
      className={cx(classes.toast, tone === 'danger' && classes.danger)}
      role={tone === 'danger' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      {tone !== 'neutral' && (
        <span className={classes.icon} aria-hidden>
          {tone === 'good' ? <IconCircleCheck size={18} /> : <IconAlertTriangle size={18} />}
        </span>
      )}
      <span className={classes.text}>{text}</span>
      {then && (
        <button
          type="button"
          className={classes.action}
          onClick={() => {
            dismiss(id)
            void then.run()
          }}
        >
          {then.label}
        </button>
      )}
      <button type="button" className={classes.close} aria-label={t('action.close')} onClick={() => dismiss(id)}>
        <IconX size={16} aria-hidden />
      </button>
    </div>
  )
}

function dismiss(id: number): void {
  shown.set((present) => present.filter((each) => each.id !== id))
}
