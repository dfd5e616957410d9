/** Adding a colleague, or changing one: name and place in the company, invitation, an end to their access. */

import type { FormEvent } from 'react'
import { Banner, Button, Select, Sheet, TextInput, toast } from '@/design'
import { t } from '@/platform/i18n'
import { useField, useMeta } from '@/platform/meta'
import { createRecord, idOf, textOf, updateRecord } from '@/platform/records'
import type { Rec } from '@/platform/types'
import { useForm } from '@/platform/useForm'
import classes from '../Settings.module.css'
import { RecordSelect } from './RecordSelect'
import { UserAccess } from './UserAccess'

export interface UserSheetProps {
  readonly user: Rec | null
  readonly onClose: () => void
}

export function UserSheet({ user, onClose }: UserSheetProps) {
  const { profiles = [] } = useMeta()
  const usual = useField('user', 'profile')?.default
  const form = useForm({
    name: textOf(user?.name),
    email: textOf(user?.email),
    title: textOf(user?.title),
    profile: textOf(user?.profile) || textOf(usual),
    manager: idOf(user?.manager) ?? null,
    unit: idOf(user?.unit) ?? null,
  })
  const { values } = form
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const done = await form.send(() =>
      user ? updateRecord('user', user.id, values, user.version) : createRecord('user', values),
    )
    if (!done) return
    onClose()
    toast({ text: t(user ? 'users.saved' : 'users.added', { name: values.name }), tone: 'good' })
  }
  const footer = (
    <>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button type="submit" form="user-form" variant="primary" loading={form.busy} disabled={!values.name.trim()}>
        {t(user ? 'action.save' : 'users.add')}
      </Button>
    </>
  )
  const text = (name: 'name' | 'email' | 'title', help?: string) => (
    <TextInput
      label={t(`users.${name}`)}
      description={help}
      value={values[name]}
      type={name === 'email' ? 'email' : 'text'}
      onChange={(event) => form.set(name, event.currentTarget.value)}
      error={form.error(name)}
      {...(name === 'name' ? { 'data-autofocus': true } : {})}
    />
  )
  return (
    <Sheet open onClose={onClose} title={user ? textOf(user.name) : t('users.add')} footer={footer} tall>
      <form id="user-form" className={classes.form} onSubmit={submit}>
        {form.problem && <Banner tone="danger">{form.problem}</Banner>}
        {text('name')}
        {text('email', t('users.emailHelp'))}
        {text('title')}
        <Select
          label={t('users.profile')}
          description={t('users.profileHelp')}
          allowDeselect={false}
          data={profiles.map((profile) => ({ value: profile.name, label: profile.label }))}
          value={values.profile}
          onChange={(value) => form.set('profile', value ?? '')}
          error={form.error('profile')}
        />
        <RecordSelect
          object="user"
          label={t('users.manager')}
          help={t('users.managerHelp')}
          value={values.manager}
          shown={textOf(user?.manager)}
          onChange={(id) => form.set('manager', id)}
          error={form.error('manager')}
        />
        <RecordSelect
          object="org_unit"
          label={t('users.unit')}
          value={values.unit}
          shown={textOf(user?.unit)}
          onChange={(id) => form.set('unit', id)}
          error={form.error('unit')}
        />
      </form>
      {user && <UserAccess user={user} onDone={onClose} />}
    </Sheet>
  )
}
