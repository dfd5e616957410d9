/** The profiles of the workspace: which role sees and does what. */

import { IconPlus, IconShieldCheck } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import {
  Badge,
  Banner,
  Button,
  Card,
  Dialog,
  ErrorState,
  ListSkeleton,
  RowLink,
  Rows,
  Select,
  TextInput,
} from '@/design'
import { t } from '@/platform/i18n'
import type { Profile } from '@/platform/types'
import { useForm } from '@/platform/useForm'
import classes from '../Settings.module.css'
import { SettingsPage } from '../SettingsPage'
import { cloneOf } from './model'
import { saveProfile, useProfiles } from './profiles'

export function Profiles() {
  const { data, error, isPending, refetch } = useProfiles()
  const [adding, setAdding] = useState(false)
  const add = (
    <Button variant="primary" icon={<IconPlus size={16} />} disabled={!data} onClick={() => setAdding(true)}>
      {t('profiles.add')}
    </Button>
  )
  return (
    <SettingsPage title={t('settings.profiles')} lead={t('profiles.lead')} actions={add}>
      {isPending && <ListSkeleton rows={5} />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && (
        <Card flush>
          <Rows>
            {data.map((profile) => (
              <ProfileRow key={profile.name} profile={profile} />
            ))}
          </Rows>
        </Card>
      )}
      {adding && data && <CloneDialog profiles={data} onClose={() => setAdding(false)} />}
    </SettingsPage>
  )
}

function ProfileRow({ profile }: { readonly profile: Profile }) {
  return (
    <RowLink
      to="/settings/profiles/$name"
      params={{ name: profile.name }}
      lead={<IconShieldCheck size={18} stroke={1.75} aria-hidden />}
      hint={t(profile.admin ? 'profiles.everything' : `profiles.sees.${profile.others.read}`)}
      end={
        <span className={classes.chips}>
          {!profile.standard && <Badge tone="accent">{t('objects.custom')}</Badge>}
          {profile.standard && profile.changed && <Badge>{t('profiles.changed')}</Badge>}
        </span>
      }
    >
      {profile.label}
    </RowLink>
  )
}

interface CloneDialogProps {
  readonly profiles: readonly Profile[]
  readonly onClose: () => void
}

/** A new profile starts as the copy of one that is nearly right. */
export function CloneDialog({ profiles, onClose }: CloneDialogProps) {
  const navigate = useNavigate()
  const form = useForm({ label: '', from: profiles.find((each) => !each.admin)?.name ?? '' })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    await form.send(async ({ label, from }) => {
      const model = profiles.find((each) => each.name === from)
      if (!model) return
      const made = cloneOf(
        model,
        label,
        profiles.map((each) => each.name),
      )
      await saveProfile(made)
      onClose()
      await navigate({ to: '/settings/profiles/$name', params: { name: made.name } })
    })
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('profiles.add')}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            type="submit"
            form="profile-form"
            variant="primary"
            loading={form.busy}
            disabled={!form.values.label.trim()}
          >
            {t('action.create')}
          </Button>
        </>
      }
    >
      <form id="profile-form" className={classes.form} onSubmit={submit}>
        {form.problem && <Banner tone="danger">{form.problem}</Banner>}
        <TextInput
          label={t('profiles.name')}
          value={form.values.label}
          onChange={(event) => form.set('label', event.currentTarget.value)}
          error={form.error('label') ?? form.error('name')}
          data-autofocus
        />
        <Select
          label={t('profiles.from')}
          description={t('profiles.fromHelp')}
          allowDeselect={false}
          data={profiles.filter((each) => !each.admin).map((each) => ({ value: each.name, label: each.label }))}
          value={form.values.from}
          onChange={(value) => form.set('from', value ?? '')}
        />
      </form>
    </Dialog>
  )
}
