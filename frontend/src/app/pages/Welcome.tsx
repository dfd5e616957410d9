/** An invited colleague chooses a password and is in. */

import { useRouter, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Banner, Button, Logo, PasswordInput } from '@/design'
import { problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import { acceptInvitation } from '@/platform/session'
import classes from './SignIn.module.css'
import { SignInPicture } from './SignInPicture'

export function Welcome() {
  const { secret } = useSearch({ from: '/welcome' })
  const router = useRouter()
  const [password, setPassword] = useState('')
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    try {
      await acceptInvitation(secret, password)
      router.history.push('/')
    } catch (error) {
      setProblem(problemText(error))
      setBusy(false)
    }
  }
  return (
    <div className={classes.page}>
      <div className={classes.side}>
        <header className={classes.brand}>
          <Logo size={36} />
          <span>Kith</span>
        </header>
        <main className={classes.middle}>
          <div>
            <h1 className={classes.title}>{t('welcome.title')}</h1>
            <p className={classes.lead}>{t('welcome.lead')}</p>
          </div>
          <form className={classes.form} onSubmit={submit}>
            {problem && <Banner tone="danger">{problem}</Banner>}
            <PasswordInput
              label={t('welcome.password')}
              description={t('me.passwordHelp')}
              autoComplete="new-password"
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
              autoFocus
            />
            <Button type="submit" variant="primary" wide loading={busy} disabled={!password}>
              {t('welcome.submit')}
            </Button>
          </form>
        </main>
      </div>
      <SignInPicture />
    </div>
  )
}
