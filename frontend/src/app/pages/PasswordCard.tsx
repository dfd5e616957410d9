/** Changing my password; it signs me out everywhere else. */

import type { FormEvent } from 'react'
import { Banner, Button, Card, PasswordInput, toast } from '@/design'
import { ApiProblem, api } from '@/platform/api'
import { t } from '@/platform/i18n'
import { useForm } from '@/platform/useForm'
import classes from '../settings/Settings.module.css'

const EMPTY = { current: '', password: '' }

export function PasswordCard() {
  const form = useForm(EMPTY)
  const { values } = form
  const wrong = form.failure instanceof ApiProblem && form.failure.status === 401
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const done = await form.send((both) => api.post('/session/password', both, { anonymous: true }))
    if (!done) return
    form.set('current', '')
    form.set('password', '')
    toast({ text: t('me.passwordSaved'), tone: 'good' })
  }
  const field = (name: keyof typeof EMPTY, autoComplete: string, help?: string) => (
    <PasswordInput
      label={t(`me.${name}`)}
      description={help}
      autoComplete={autoComplete}
      value={values[name]}
      onChange={(event) => form.set(name, event.currentTarget.value)}
      error={name === 'current' && wrong ? t('me.passwordWrong') : form.error(name)}
      visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
    />
  )
  return (
    <Card title={t('me.passwordTitle')}>
      <form className={classes.form} onSubmit={submit}>
        {form.problem && !wrong && <Banner tone="danger">{form.problem}</Banner>}
        <div className={classes.pair}>
          {field('current', 'current-password')}
          {field('password', 'new-password', t('me.passwordHelp'))}
        </div>
        <div className={classes.formEnd}>
          <Button type="submit" loading={form.busy} disabled={!values.current || !values.password}>
            {t('me.passwordChange')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
