/** Colleagues by name and address; each gets a link that works once, to be copied or mailed. */

import { IconCopy, IconMail, IconPlus } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { Banner, Button, IconButton, Person, TextInput, toast } from '@/design'
import { api } from '@/platform/api'
import { t } from '@/platform/i18n'
import { createRecord } from '@/platform/records'
import { useSession } from '@/platform/session'
import { useForm } from '@/platform/useForm'
import classes from './setup.module.css'

interface Invited {
  readonly name: string
  readonly email: string
  readonly link: string
}

const NOBODY = { name: '', email: '' }

export function InviteStep({ onNext }: { readonly onNext: () => void }) {
  const [invited, setInvited] = useState<readonly Invited[]>([])
  const form = useForm(NOBODY)
  const { values } = form
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    await form.send(async (person) => {
      const made = await createRecord('user', person)
      const { url } = await api.post<{ url: string }>(`/users/${made.id}/invite`)
      setInvited((before) => [...before, { ...person, link: new URL(url, window.location.origin).href }])
      form.set('name', '')
      form.set('email', '')
    })
  }
  return (
    <>
      {invited.length > 0 && (
        <ul className={classes.invited} aria-label={t('setup.invited')}>
          {invited.map((person) => (
            <InvitedPerson key={person.link} person={person} />
          ))}
        </ul>
      )}
      <form className={classes.form} onSubmit={submit}>
        {form.problem && <Banner tone="danger">{form.problem}</Banner>}
        <div className={classes.pair}>
          <TextInput
            label={t('setup.colleagueName')}
            value={values.name}
            onChange={(event) => form.set('name', event.currentTarget.value)}
            error={form.error('name')}
          />
          <TextInput
            label={t('signIn.email')}
            type="email"
            value={values.email}
            onChange={(event) => form.set('email', event.currentTarget.value)}
            error={form.error('email')}
          />
        </div>
        <div>
          <Button
            type="submit"
            icon={<IconPlus size={16} />}
            loading={form.busy}
            disabled={!values.name.trim() || !values.email.trim()}
          >
            {t('setup.makeLink')}
          </Button>
        </div>
      </form>
      <div className={classes.end}>
        <Button variant={invited.length > 0 ? 'primary' : 'default'} onClick={onNext}>
          {t(invited.length > 0 ? 'setup.next' : 'setup.later')}
        </Button>
      </div>
    </>
  )
}

function InvitedPerson({ person: { name, email, link } }: { readonly person: Invited }) {
  const { workspace } = useSession()
  const copy = async () => {
    await navigator.clipboard.writeText(link)
    toast({ text: t('setup.copied', { name }), tone: 'good' })
  }
  const subject = encodeURIComponent(t('setup.mailSubject', { company: workspace.name }))
  const body = encodeURIComponent(t('setup.mailBody', { name, company: workspace.name, link }))
  return (
    <li>
      <Person name={name} hint={email} size={32} />
      <IconButton label={t('setup.copy', { name })} onClick={() => void copy()}>
        <IconCopy size={18} aria-hidden />
      </IconButton>
      <a href={`mailto:${email}?subject=${subject}&body=${body}`} aria-label={t('setup.mail', { name })}>
        <IconMail size={18} aria-hidden />
      </a>
    </li>
  )
}
