/** What the workspace is called and what it reckons in. */

import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { Banner, Button, Card, ErrorState, FormSkeleton, Select, TextInput, toast } from '@/design'
import { api } from '@/platform/api'
import { timezones } from '@/platform/format'
import { LOCALES, locale, t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { queryClient } from '@/platform/query'
import { useRefreshSession } from '@/platform/session'
import { useForm } from '@/platform/useForm'
import { currencyName } from './currencyNames'
import classes from './Settings.module.css'
import { SettingsPage } from './SettingsPage'

interface Workspace {
  readonly name: string
  readonly base_currency: string
  readonly locale: string
  readonly timezone: string
  readonly fiscal_start: number
}

export function WorkspaceSettings() {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: keys.workspace,
    queryFn: ({ signal }) => api.get<Workspace>('/workspace', { signal }),
  })
  return (
    <SettingsPage title={t('settings.workspace')}>
      <Card>
        {isPending && <FormSkeleton />}
        {error && <ErrorState error={error} onRetry={() => void refetch()} inline />}
        {data && <WorkspaceForm workspace={data} />}
      </Card>
    </SettingsPage>
  )
}

function WorkspaceForm({ workspace }: { readonly workspace: Workspace }) {
  const { name, base_currency, locale: language, timezone, fiscal_start } = workspace
  const form = useForm({ name, locale: language, timezone, fiscal_start })
  const refreshSession = useRefreshSession()
  const { values } = form
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await form.send((changed) => api.patch('/workspace', changed)))) return
    toast({ text: t('workspace.saved'), tone: 'good' })
    await Promise.all([queryClient.invalidateQueries({ queryKey: keys.workspace }), refreshSession()])
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      {form.problem && <Banner tone="danger">{form.problem}</Banner>}
      <TextInput
        label={t('workspace.name')}
        value={values.name}
        onChange={(event) => form.set('name', event.currentTarget.value)}
        error={form.error('name') ?? (values.name.trim() ? undefined : t('workspace.nameMissing'))}
      />
      <div className={classes.pair}>
        <Select
          label={t('workspace.locale')}
          description={t('workspace.localeHelp')}
          allowDeselect={false}
          data={[...LOCALES]}
          value={values.locale}
          onChange={(value) => form.set('locale', value ?? 'en')}
          error={form.error('locale')}
        />
        <Select
          label={t('me.timezone')}
          description={t('workspace.timezoneHelp')}
          searchable
          allowDeselect={false}
          limit={60}
          data={timezones()}
          value={values.timezone}
          onChange={(value) => form.set('timezone', value ?? 'UTC')}
          error={form.error('timezone')}
        />
        <TextInput
          label={t('workspace.currency')}
          description={t('workspace.currencyFixed')}
          value={currencyName(base_currency)}
          readOnly
        />
        <Select
          label={t('workspace.fiscal')}
          description={t('workspace.fiscalHelp')}
          allowDeselect={false}
          data={monthNames()}
          value={String(values.fiscal_start)}
          onChange={(value) => form.set('fiscal_start', Number(value ?? 1))}
          error={form.error('fiscal_start')}
        />
      </div>
      <div className={classes.formEnd}>
        <Button type="submit" variant="primary" loading={form.busy} disabled={!values.name.trim()}>
          {t('action.save')}
        </Button>
      </div>
    </form>
  )
}

function monthNames(): { value: string; label: string }[] {
  const format = new Intl.DateTimeFormat(locale(), { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => ({
    value: String(month + 1),
    label: format.format(Date.UTC(2026, month, 1)),
  }))
}
