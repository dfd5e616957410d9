/** Making an API token: what it is for, what it may do, how long. */

import type { FormEvent } from 'react'
import { Banner, Button, Checkbox, Field, Select, Sheet, TextInput } from '@/design'
import { api } from '@/platform/api'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { queryClient } from '@/platform/query'
import { useSession } from '@/platform/session'
import { useForm } from '@/platform/useForm'
import classes from './Settings.module.css'

const SCOPES = ['read', 'write', 'admin'] as const
const DAYS = ['30', '90', '365', ''] as const

export interface TokenSheetProps {
  readonly onClose: () => void
  readonly onMade: (secret: string) => void
}

export function TokenSheet({ onClose, onMade }: TokenSheetProps) {
  const { admin } = useSession()
  const form = useForm({ name: '', scopes: ['read'] as readonly string[], days: '90' })
  const { values } = form
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const done = await form.send(async ({ name, scopes, days }) => {
      const made = await api.post<{ token: string }>('/tokens', { name, scopes, ...expiry(days) })
      onMade(made.token)
    })
    if (!done) return
    onClose()
    await queryClient.invalidateQueries({ queryKey: keys.tokens })
  }
  const toggle = (scope: string, on: boolean) =>
    form.set('scopes', on ? [...values.scopes, scope] : values.scopes.filter((each) => each !== scope))
  const footer = (
    <>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button
        type="submit"
        form="token-form"
        variant="primary"
        loading={form.busy}
        disabled={!values.name.trim() || values.scopes.length === 0}
      >
        {t('tokens.add')}
      </Button>
    </>
  )
  return (
    <Sheet open onClose={onClose} title={t('tokens.add')} footer={footer} size={420}>
      <form id="token-form" className={classes.form} onSubmit={submit}>
        {form.problem && <Banner tone="danger">{form.problem}</Banner>}
        <TextInput
          label={t('tokens.name')}
          description={t('tokens.nameHelp')}
          value={values.name}
          onChange={(event) => form.set('name', event.currentTarget.value)}
          error={form.error('name')}
          data-autofocus
        />
        <Field label={t('tokens.scopes')} error={form.error('scopes')}>
          <div className={classes.switches}>
            {SCOPES.filter((scope) => admin || scope !== 'admin').map((scope) => (
              <Checkbox
                key={scope}
                label={t(`tokens.scope.${scope}`)}
                checked={values.scopes.includes(scope)}
                onChange={(event) => toggle(scope, event.currentTarget.checked)}
              />
            ))}
          </div>
        </Field>
        <Select
          label={t('tokens.life')}
          allowDeselect={false}
          data={DAYS.map((days) => ({ value: days || 'never', label: lifeText(days) }))}
          value={values.days || 'never'}
          onChange={(value) => form.set('days', value === 'never' ? '' : (value ?? ''))}
        />
      </form>
    </Sheet>
  )
}

const lifeText = (days: string): string => (days ? t('tokens.days', { count: Number(days) }) : t('tokens.forever'))

function expiry(days: string): { expires_at?: string } {
  return days ? { expires_at: new Date(Date.now() + Number(days) * 86_400_000).toISOString() } : {}
}
