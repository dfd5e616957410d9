/** The first run in the browser: the company, then the first administrator. The token comes in the fragment, which no server logs. */

import { useQuery } from '@tanstack/react-query'
import { Link, useRouter } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { Banner, Button, PasswordInput, SegmentedControl, Select, TextInput } from '@/design'
import { api, problemText } from '@/platform/api'
import { timezones } from '@/platform/format'
import { LOCALES, nearestLocale, setLocale, t, useLocale } from '@/platform/i18n'
import { changePrefs } from '@/platform/prefs'
import { setUp } from '@/platform/session'
import { type Form, useForm } from '@/platform/useForm'
import { currencyChoices } from '../settings/currencyNames'
import { Frame } from './Frame'
import { baseCurrencyFor, CURRENCIES } from './guesses'
import classes from './setup.module.css'

const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC'

type Wish = ReturnType<typeof firstWish>

const firstWish = () => ({
  company: '',
  timezone: browserZone(),
  currency: baseCurrencyFor(browserZone()),
  name: '',
  email: '',
  password: '',
})

export function Setup() {
  const token = window.location.hash.slice(1)
  const check = useQuery({
    queryKey: ['setup', token],
    queryFn: () => api.post('/setup/check', { token }, { anonymous: true }).then(() => true),
    enabled: token !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (token && !check.error) return <Wizard token={token} />
  return (
    <Frame step="company">
      <div className={classes.form}>
        <Banner tone={token ? 'danger' : 'info'}>{token ? problemText(check.error) : t('setup.noToken')}</Banner>
        <Link to="/sign-in">{t('setup.signIn')}</Link>
      </div>
    </Frame>
  )
}

function Wizard({ token }: { readonly token: string }) {
  const router = useRouter()
  const locale = useLocale()
  const form = useForm(firstWish())
  const [asking, setAsking] = useState<'company' | 'account'>('company')
  useEffect(() => {
    if (asking === 'account' && form.error('company')) setAsking('company')
  })
  const next = (event: FormEvent) => {
    event.preventDefault()
    setAsking('account')
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (await form.send((wish) => setUp({ ...wish, token, locale }))) router.history.replace('/start')
  }
  return asking === 'company' ? (
    <Frame step="company">
      <CompanyForm form={form} onSubmit={next} />
    </Frame>
  ) : (
    <Frame step="account">
      <AccountForm form={form} onSubmit={submit} onBack={() => setAsking('company')} />
    </Frame>
  )
}

interface PartProps {
  readonly form: Form<Wish>
  readonly onSubmit: (event: FormEvent) => void
}

function CompanyForm({ form, onSubmit }: PartProps) {
  const locale = useLocale()
  const { values } = form
  const speak = (value: string) => {
    const wanted = nearestLocale(value)
    changePrefs({ locale: wanted })
    void setLocale(wanted)
  }
  return (
    <form className={classes.form} onSubmit={onSubmit}>
      <div>
        <div className={classes.label} id="setup-language">
          {t('setup.language')}
        </div>
        <SegmentedControl
          fullWidth
          aria-labelledby="setup-language"
          data={[...LOCALES]}
          value={locale}
          onChange={speak}
        />
      </div>
      <TextInput
        label={t('setup.companyName')}
        autoComplete="organization"
        maxLength={120}
        value={values.company}
        onChange={(event) => form.set('company', event.currentTarget.value)}
        error={form.error('company')}
        autoFocus
      />
      <div className={classes.pair}>
        <Select
          label={t('setup.timezone')}
          searchable
          allowDeselect={false}
          data={timezones()}
          value={values.timezone}
          onChange={(value) => form.set('timezone', value ?? values.timezone)}
          nothingFoundMessage={t('me.timezoneNone')}
          limit={60}
        />
        <Select
          label={t('setup.currency')}
          searchable
          allowDeselect={false}
          data={currencyChoices(CURRENCIES)}
          value={values.currency}
          onChange={(value) => form.set('currency', value ?? values.currency)}
          limit={60}
        />
      </div>
      <p className={classes.progress}>{t('setup.currencyHelp')}</p>
      <div className={classes.end}>
        <Button type="submit" variant="primary" disabled={!values.company.trim()}>
          {t('setup.next')}
        </Button>
      </div>
    </form>
  )
}

function AccountForm({ form, onSubmit, onBack }: PartProps & { readonly onBack: () => void }) {
  const { values } = form
  const ready = values.name.trim() && values.email.trim() && values.password
  return (
    <form className={classes.form} onSubmit={onSubmit}>
      {form.problem && <Banner tone="danger">{form.problem}</Banner>}
      <TextInput
        label={t('setup.name')}
        autoComplete="name"
        maxLength={120}
        value={values.name}
        onChange={(event) => form.set('name', event.currentTarget.value)}
        error={form.error('name')}
        autoFocus
      />
      <TextInput
        label={t('signIn.email')}
        type="email"
        autoComplete="username"
        value={values.email}
        onChange={(event) => form.set('email', event.currentTarget.value)}
        error={form.error('email')}
      />
      <PasswordInput
        label={t('signIn.password')}
        description={t('me.passwordHelp')}
        autoComplete="new-password"
        value={values.password}
        onChange={(event) => form.set('password', event.currentTarget.value)}
        error={form.error('password')}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      />
      <div className={classes.end}>
        <Button onClick={onBack}>{t('setup.back')}</Button>
        <Button type="submit" variant="primary" loading={form.busy} disabled={!ready}>
          {t('setup.make')}
        </Button>
      </div>
    </form>
  )
}
