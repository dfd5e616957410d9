/** My open deals that nobody has planned a next step for: the ones that slip away quietly. */

import { IconHeartHandshake } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Avatar, Badge, Button, Card, EmptyState, ErrorState, ListSkeleton, RowLink, Rows } from '@/design'
import { requestCreate } from '@/platform/create'
import { formatMoney } from '@/platform/format'
import { t } from '@/platform/i18n'
import { useWatch } from '@/platform/live'
import { recordPath } from '@/platform/paths'
import { idOf, listQuery, textOf } from '@/platform/records'
import type { MoneyValue, Rec } from '@/platform/types'

const WAITING = listQuery('deal', {
  where: {
    and: [
      { field: 'owner', op: 'eq', value: { me: true } },
      { field: 'outcome', op: 'eq', value: 'open' },
      { field: 'next_step_at', op: 'empty' },
    ],
  },
  sort: [{ by: 'amount', desc: true }],
  fields: ['name', 'amount', 'account', 'stage'],
  limit: 8,
})

export function HomeCard() {
  useWatch('deal')
  const { data, error, isPending, refetch } = useQuery(WAITING)
  const total = data?.total ?? 0
  return (
    <Card
      flush
      title={
        <>
          {t('sales.waiting.title')} {total > 0 && <Badge tone="warn">{total}</Badge>}
        </>
      }
    >
      {isPending && <ListSkeleton rows={3} />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} inline />}
      {data?.items.length === 0 && (
        <EmptyState
          inline
          icon={<IconHeartHandshake size={20} />}
          title={t('sales.waiting.none')}
          body={t('sales.waiting.noneBody')}
        />
      )}
      <Rows>
        {data?.items.map((deal) => (
          <Deal key={deal.id} deal={deal} />
        ))}
      </Rows>
    </Card>
  )
}

function Deal({ deal }: { readonly deal: Rec }) {
  const account = textOf(deal.account)
  const money = formatMoney(deal.amount as MoneyValue | null)
  const plan = () => {
    const about = idOf(deal.account)
    requestCreate('task', { deal: deal.id, ...(about ? { account: about } : {}) })
  }
  return (
    <RowLink
      to={recordPath('deal', deal.id)}
      lead={<Avatar name={account || textOf(deal.name)} kind="company" size={28} />}
      hint={[money, account].filter(Boolean).join(' · ') || undefined}
      end={
        <Button size="sm" onClick={plan}>
          {t('sales.waiting.plan')}
        </Button>
      }
    >
      {textOf(deal.name)}
    </RowLink>
  )
}
