/** What other currencies were worth, and since when: amounts are added up with the rate of their day. */

import { IconCash, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import {
  Badge,
  Banner,
  Button,
  Card,
  EmptyState,
  ErrorState,
  IconButton,
  ListSkeleton,
  NumberInput,
  Row,
  Rows,
  Select,
  TextInput,
  toast,
} from '@/design'
import { api, problemText } from '@/platform/api'
import { formatDate, formatNumber, today } from '@/platform/format'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { useMeta } from '@/platform/meta'
import { queryClient } from '@/platform/query'
import { useSession } from '@/platform/session'
import type { Rate } from '@/platform/types'
import { useForm } from '@/platform/useForm'
import page from '../pages/page.module.css'
import { currencyChoices, currencyName } from './currencyNames'
import classes from './Settings.module.css'
import { SettingsPage } from './SettingsPage'

export function Currencies() {
  const base = useSession().workspace.base_currency
  return (
    <SettingsPage title={t('settings.currencies')} lead={t('currencies.lead', { base })}>
      <div className={page.stack}>
        <Card title={t('currencies.add')}>
          <RateForm base={base} />
        </Card>
        <Rates base={base} />
      </div>
    </SettingsPage>
  )
}

function RateForm({ base }: { readonly base: string }) {
  const { currencies } = useMeta()
  const form = useForm({ currency: '', day: today(), rate: '' as number | string })
  const { values } = form
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (!(await form.send((rate) => api.post('/rates', { ...rate, rate: Number(rate.rate) })))) return
    toast({ text: t('currencies.saved', { currency: values.currency }), tone: 'good' })
    form.set('rate', '')
    await queryClient.invalidateQueries({ queryKey: keys.rates })
  }
  return (
    <form className={classes.form} onSubmit={submit}>
      {form.problem && <Banner tone="danger">{form.problem}</Banner>}
      <div className={classes.pair}>
        <Select
          label={t('currencies.currency')}
          placeholder={t('currencies.pick')}
          searchable
          data={currencyChoices(currencies.filter((code) => code !== base))}
          value={values.currency || null}
          onChange={(value) => form.set('currency', value ?? '')}
          error={form.error('currency')}
        />
        <TextInput
          label={t('currencies.since')}
          type="date"
          value={values.day}
          onChange={(event) => form.set('day', event.currentTarget.value)}
          error={form.error('day')}
        />
        <NumberInput
          label={t('currencies.rate', { currency: values.currency || '…', base })}
          min={0}
          decimalScale={8}
          value={values.rate}
          onChange={(value) => form.set('rate', value)}
          error={form.error('rate')}
        />
      </div>
      <div className={classes.formEnd}>
        <Button type="submit" variant="primary" loading={form.busy} disabled={!values.currency || !values.rate}>
          {t('action.save')}
        </Button>
      </div>
    </form>
  )
}

function Rates({ base }: { readonly base: string }) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: keys.rates,
    queryFn: ({ signal }) => api.get<{ items: readonly Rate[] }>('/rates', { signal }),
  })
  if (isPending) return <ListSkeleton rows={4} />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data.items.length === 0) {
    return (
      <EmptyState
        icon={<IconCash size={24} />}
        title={t('currencies.none')}
        body={t('currencies.noneBody', { base })}
      />
    )
  }
  return (
    <Card flush>
      <Rows>
        {data.items.map((rate) => (
          <Row
            key={`${rate.currency}/${rate.day}`}
            lead={<Badge>{rate.currency}</Badge>}
            hint={t('currencies.from', { day: formatDate(rate.day) })}
            end={
              <>
                <span className="tabular">{`1 ${rate.currency} = ${formatNumber(rate.rate)} ${base}`}</span>
                <IconButton
                  label={t('currencies.remove', { day: formatDate(rate.day) })}
                  size="sm"
                  onClick={() => void remove(rate)}
                >
                  <IconTrash size={16} aria-hidden />
                </IconButton>
              </>
            }
          >
            {currencyName(rate.currency)}
          </Row>
        ))}
      </Rows>
    </Card>
  )
}

async function remove({ currency, day, rate }: Rate): Promise<void> {
  const read = () => queryClient.invalidateQueries({ queryKey: keys.rates })
  try {
    await api.del(`/rates/${currency}/${day}`)
    await read()
    const undo = async () => {
      await api.post('/rates', { currency, day, rate })
      await read()
    }
    toast({ text: t('currencies.removed', { day: formatDate(day) }), undo })
  } catch (error) {
    toast({ text: problemText(error), tone: 'danger' })
  }
}
