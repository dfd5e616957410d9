/** The first page anybody sees: who are you? In both languages, with a way in for demo guests. */

import { IconArrowRight, IconLanguage } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Navigate, useRouter, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { Banner, Button, Logo, PasswordInput, Person, TextInput } from '@/design'
import { ApiProblem, problemText } from '@/platform/api'
import { type DemoPerson, helloQuery } from '@/platform/hello'
import { LOCALES, type Locale, setLocale, t, useLocale } from '@/platform/i18n'
import { changePrefs } from '@/platform/prefs'
import { changeMe, signIn } from '@/platform/session'
import classes from './SignIn.module.css'
import { SignInPicture } from './SignInPicture'

/** Whoever asks for a language here means it for good. */
let chosenLocale: Locale | undefined

export function SignIn() {
  const hello = useQuery(helloQuery).data
  if (hello?.setup) return <Navigate to="/setup" replace />
  return (
    <div className={classes.page}>
      <div className={classes.side}>
        <header className={classes.brand}>
          <Logo size={36} />
          <span>Kith</span>
          <OtherLanguage />
        </header>
        <main className={classes.middle}>
          <div>
            <h1 className={classes.title}>{t('signIn.title')}</h1>
            <p className={classes.lead}>{hello?.name ? t('signIn.leadOf', { name: hello.name }) : t('signIn.lead')}</p>
          </div>
          <SignInForm demo={hello?.demo ?? []} />
        </main>
      </div>
      <SignInPicture />
    </div>
  )
}

function SignInForm({ demo }: { readonly demo: readonly DemoPerson[] }) {
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const { submit, busy, error } = useSignIn()
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void submit(email.trim(), password)
  }
  return (
    <>
      <form className={classes.form} onSubmit={onSubmit}>
        {error !== undefined && <Banner tone="danger">{wordsFor(error)}</Banner>}
        <TextInput
          label={t('signIn.email')}
          type="email"
          name="email"
          autoComplete="username"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          required
          withAsterisk={false}
          autoFocus
        />
        <PasswordInput
          label={t('signIn.password')}
          name="password"
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        />
        <Button type="submit" variant="primary" wide loading={busy}>
          {t('signIn.submit')}
        </Button>
      </form>
      {demo.length > 0 && <DemoPeople people={demo} onPick={(one) => void submit(one.email, one.password)} />}
    </>
  )
}

interface DemoPeopleProps {
  readonly people: readonly DemoPerson[]
  readonly onPick: (person: DemoPerson) => void
}

const FEW = 4

function DemoPeople({ people, onPick }: DemoPeopleProps) {
  const [all, setAll] = useState(people.length <= FEW + 1)
  return (
    <section className={classes.demo} aria-labelledby="demo-people">
      <h2 className={classes.demoTitle} id="demo-people">
        {t('signIn.demo')}
      </h2>
      {(all ? people : people.slice(0, FEW)).map((person) => (
        <button type="button" key={person.email} className={classes.person} onClick={() => onPick(person)}>
          <Person name={person.name} hint={person.title ?? person.email} size={34} />
          <IconArrowRight size={16} aria-hidden />
        </button>
      ))}
      {!all && (
        <Button variant="quiet" onClick={() => setAll(true)}>
          {t('signIn.demoMore', { count: people.length - FEW })}
        </Button>
      )}
    </section>
  )
}

function OtherLanguage() {
  const locale = useLocale()
  const other = LOCALES.find((each) => each.value !== locale)
  if (!other) return null
  const change = () => {
    chosenLocale = other.value
    changePrefs({ locale: other.value })
    void setLocale(other.value)
  }
  return (
    <Button variant="quiet" size="sm" icon={<IconLanguage size={16} />} onClick={change} lang={other.value}>
      {other.label}
    </Button>
  )
}

function useSignIn() {
  const router = useRouter()
  const { next } = useSearch({ from: '/sign-in' })
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const submit = async (email: string, password: string) => {
    setBusy(true)
    setError(undefined)
    try {
      const wanted = chosenLocale
      await signIn(email, password)
      if (wanted) await changeMe({ locale: wanted })
      router.history.push(next ?? '/')
    } catch (problem) {
      setError(problem)
      setBusy(false)
    }
  }
  return { submit, busy, error }
}

function wordsFor(error: unknown): string {
  if (error instanceof ApiProblem && error.status === 401) return t('signIn.wrong')
  return problemText(error)
}
