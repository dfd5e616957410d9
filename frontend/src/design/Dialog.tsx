/** A question in the middle of the page, and `confirm` to ask one from anywhere. */

import { Modal } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { createStore, useStore } from '@/lib/store'
import { t } from '@/platform/i18n'
import { Button } from './Button'
import classes from './Sheet.module.css'

export interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: ReactNode
  readonly children: ReactNode
  readonly footer?: ReactNode
  readonly size?: number
  readonly closeOnClickOutside?: boolean
}

export function Dialog({ open, onClose, title, children, footer, size = 440, ...rest }: DialogProps) {
  return (
    <Modal
      opened={open}
      onClose={onClose}
      title={title}
      size={size}
      classNames={{ title: classes.title ?? '' }}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      {...rest}
    >
      {children}
      {footer && <footer className={classes.dialogFooter}>{footer}</footer>}
    </Modal>
  )
}

export interface Question {
  readonly title: string
  readonly body?: ReactNode
  /** The word on the button that does it: a verb, not "OK". */
  readonly action: string
  readonly danger?: boolean
}

interface Asked extends Question {
  readonly answer: (yes: boolean) => void
}

const asked = createStore<Asked | null>(null)

/** Asks before something that cannot simply be undone; prefer doing it with an undo toast. */
export function confirm(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    asked.get()?.answer(false)
    asked.set({ ...question, answer: resolve })
  })
}

export function ConfirmHost() {
  const question = useStore(asked)
  const [last, setLast] = useState<Asked | null>(null)
  if (question && question !== last) setLast(question)
  const answer = (yes: boolean) => {
    asked.set(null)
    question?.answer(yes)
  }
  const footer = last && (
    <>
      <Button onClick={() => answer(false)}>{t('action.cancel')}</Button>
      <Button variant={last.danger ? 'danger' : 'primary'} onClick={() => answer(true)} data-autofocus>
        {last.action}
      </Button>
    </>
  )
  return (
    <Dialog open={question !== null} onClose={() => answer(false)} title={last?.title} footer={footer} size={400}>
      <div className={classes.dialogText}>{last?.body}</div>
    </Dialog>
  )
}
