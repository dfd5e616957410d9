/** The dialog behind `confirm`; loaded when something is asked for the first time. */

import { useState } from 'react'
import { useStore } from '@/lib/store'
import { t } from '@/platform/i18n'
import { Button } from './Button'
import { type Asked, asked } from './confirm'
import { Dialog } from './Dialog'
import classes from './Sheet.module.css'

export function ConfirmDialog() {
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
