/** The session has ended: sign in again right here; whatever was typed stays on the page. */

import { type FormEvent, useState } from 'react'
import { Banner, Button, Dialog, PasswordInput, Person } from '@/design'
import { ApiProblem, problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import { leave, signIn, useSession } from '@/platform/session'
import classes from './Sheets.module.css'

export interface SessionDialogProps {
  readonly ended: { readonly email: string; readonly answer: (again: boolean) => void }
}

export function SessionDialog({ ended }: SessionDialogProps) {
  const { user } = useSession()
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      await signIn(ended.email, password)
      ended.answer(true)
    } catch (error) {
      setProblem(error instanceof ApiProblem && error.status === 401 ? t('signIn.wrong') : problemText(error))
      setBusy(false)
    }
  }
  return (
    <Dialog open onClose={leave} title={t('session.ended')} closeOnClickOutside={false}>
      <form className={classes.form} onSubmit={submit}>
        <p>{t('session.endedBody')}</p>
        <Person name={user.name} hint={ended.email} size={36} />
        {problem && <Banner tone="danger">{problem}</Banner>}
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          data-autofocus
        />
        <Button type="submit" variant="primary" wide loading={busy} disabled={!password}>
          {t('signIn.submit')}
        </Button>
        <Button variant="quiet" wide onClick={leave}>
          {t('session.somebodyElse')}
        </Button>
      </form>
    </Dialog>
  )
}
