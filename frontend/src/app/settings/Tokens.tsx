/** API tokens: for programs that act in my name. The secret is shown once. */

import { IconCopy, IconKey, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  Banner,
  Button,
  Card,
  confirm,
  EmptyState,
  ErrorState,
  IconButton,
  ListSkeleton,
  Row,
  Rows,
  toast,
} from '@/design'
import { api, problemText } from '@/platform/api'
import { formatDate, formatRelative } from '@/platform/format'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { queryClient } from '@/platform/query'
import type { TokenFacts } from '@/platform/types'
import page from '../pages/page.module.css'
import classes from './Settings.module.css'
import { SettingsPage } from './SettingsPage'
import { TokenSheet } from './TokenSheet'

export function Tokens() {
  const [adding, setAdding] = useState(false)
  const [secret, setSecret] = useState('')
  const add = (
    <Button variant="primary" icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      {t('tokens.add')}
    </Button>
  )
  return (
    <SettingsPage title={t('settings.tokens')} lead={t('tokens.lead')} actions={add} open>
      <div className={page.stack}>
        {secret && <Secret secret={secret} />}
        <TokenList />
      </div>
      {adding && <TokenSheet onClose={() => setAdding(false)} onMade={setSecret} />}
    </SettingsPage>
  )
}

function Secret({ secret }: { readonly secret: string }) {
  const copy = async () => {
    await navigator.clipboard.writeText(secret)
    toast({ text: t('tokens.copied'), tone: 'good' })
  }
  return (
    <Card>
      <div className={classes.form}>
        <Banner tone="good">{t('tokens.once')}</Banner>
        <div className={classes.secret}>
          <span>{secret}</span>
          <IconButton label={t('action.copy')} size="sm" onClick={() => void copy()}>
            <IconCopy size={16} aria-hidden />
          </IconButton>
        </div>
      </div>
    </Card>
  )
}

function TokenList() {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: keys.tokens,
    queryFn: ({ signal }) => api.get<{ items: readonly TokenFacts[] }>('/tokens', { signal }),
  })
  if (isPending) return <ListSkeleton rows={3} />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (data.items.length === 0) {
    return <EmptyState icon={<IconKey size={24} />} title={t('tokens.none')} body={t('tokens.noneBody')} />
  }
  return (
    <Card flush>
      <Rows>
        {data.items.map((token) => (
          <Row
            key={token.id}
            lead={<IconKey size={18} stroke={1.75} aria-hidden />}
            hint={hintOf(token)}
            end={
              <Button size="sm" onClick={() => void remove(token)}>
                {t('tokens.revoke')}
              </Button>
            }
          >
            {token.name}
          </Row>
        ))}
      </Rows>
    </Card>
  )
}

function hintOf(token: TokenFacts): string {
  const scopes = token.scopes.map((scope) => t(`tokens.scope.${scope}`)).join(', ')
  const used = token.used_at ? t('tokens.used', { when: formatRelative(token.used_at) }) : t('tokens.neverUsed')
  const until = token.expires_at ? t('tokens.until', { day: formatDate(token.expires_at) }) : ''
  return [token.hint, scopes, used, until].filter(Boolean).join(' · ')
}

async function remove(token: TokenFacts): Promise<void> {
  const question = {
    title: t('tokens.revokeTitle', { name: token.name }),
    body: t('tokens.revokeBody'),
    action: t('tokens.revoke'),
    danger: true,
  }
  if (!(await confirm(question))) return
  try {
    await api.del(`/tokens/${token.id}`)
    await queryClient.invalidateQueries({ queryKey: keys.tokens })
  } catch (error) {
    toast({ text: problemText(error), tone: 'danger' })
  }
}
