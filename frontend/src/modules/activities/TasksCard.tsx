/** My open tasks until today; a tick is all it takes. */

import { IconChecklist, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import {
  Badge,
  Button,
  Card,
  Checkbox,
  EmptyState,
  ErrorState,
  IconButton,
  ListSkeleton,
  RowLink,
  Rows,
  toast,
} from '@/design'
import { problemText } from '@/platform/api'
import { requestCreate } from '@/platform/create'
import { daysUntil, formatDay } from '@/platform/format'
import { t } from '@/platform/i18n'
import { useWatch } from '@/platform/live'
import { recordPath } from '@/platform/paths'
import { listQuery, textOf, updateRecord } from '@/platform/records'
import type { Rec } from '@/platform/types'

const DUE = listQuery('task', {
  where: {
    and: [
      { field: 'owner', op: 'eq', value: { me: true } },
      { field: 'done', op: 'eq', value: false },
      { field: 'due', op: 'le', value: { rel: 'today' } },
    ],
  },
  sort: [{ by: 'due' }],
  fields: ['subject', 'due', 'priority', 'account', 'deal', 'contact'],
  limit: 20,
})

export function HomeCard() {
  useWatch('task')
  const { data, error, isPending, refetch } = useQuery(DUE)
  const total = data?.total ?? data?.items.length ?? 0
  return (
    <Card
      flush
      title={
        <>
          {t('activities.tasks.title')} {total > 0 && <Badge>{total}</Badge>}
        </>
      }
      actions={
        <IconButton label={t('activities.tasks.add')} size="sm" onClick={() => requestCreate('task')}>
          <IconPlus size={16} aria-hidden />
        </IconButton>
      }
    >
      {isPending && <ListSkeleton rows={3} />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} inline />}
      {data?.items.length === 0 && <NothingDue />}
      <Rows>
        {data?.items.map((task) => (
          <Task key={task.id} task={task} />
        ))}
      </Rows>
    </Card>
  )
}

function NothingDue() {
  return (
    <EmptyState
      inline
      icon={<IconChecklist size={20} />}
      title={t('activities.tasks.none')}
      body={t('activities.tasks.noneBody')}
      action={<Button onClick={() => requestCreate('task')}>{t('activities.tasks.add')}</Button>}
    />
  )
}

function Task({ task }: { readonly task: Rec }) {
  const subject = textOf(task.subject)
  const due = textOf(task.due)
  const about = [task.contact, task.account, task.deal].map(textOf).filter(Boolean).join(' · ')
  return (
    <RowLink
      to={recordPath('task', task.id)}
      hint={about || undefined}
      lead={
        <Checkbox
          checked={false}
          onChange={() => void finish(task)}
          aria-label={t('activities.tasks.finish', { subject })}
        />
      }
      end={<Badge tone={daysUntil(due) < 0 ? 'danger' : 'neutral'}>{formatDay(due)}</Badge>}
    >
      {subject}
    </RowLink>
  )
}

async function finish(task: Rec): Promise<void> {
  try {
    await updateRecord('task', task.id, { done: true })
    toast({
      text: t('activities.tasks.finished', { subject: textOf(task.subject) }),
      undo: async () => void (await updateRecord('task', task.id, { done: false })),
    })
  } catch (error) {
    toast({ text: problemText(error), tone: 'danger' })
  }
}
