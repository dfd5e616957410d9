/** What was removed in the last 30 days; records and values come back with it. */

import { useQuery } from '@tanstack/react-query'
import { Button, Card, Row, Rows, toast } from '@/design'
import { problemText } from '@/platform/api'
import { formatRelative } from '@/platform/format'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { listRemoved, type Removed, restoreField, restoreObject } from './design'

/** The removed fields of an object, or without one the removed objects. */
export function RemovedList({ object }: { readonly object?: string }) {
  const { data } = useQuery({ queryKey: keys.removed, queryFn: listRemoved })
  const removed = data?.items.filter((each) => (object ? each.object === object && each.field : !each.field)) ?? []
  if (removed.length === 0) return null
  return (
    <Card flush title={t(object ? 'fields.removedTitle' : 'objects.removedTitle')}>
      <Rows>
        {removed.map((each) => (
          <Row
            key={`${each.object}/${each.field}`}
            hint={hintOf(each)}
            end={
              <Button size="sm" onClick={() => void restore(each)}>
                {t('action.restore')}
              </Button>
            }
          >
            {each.label}
          </Row>
        ))}
      </Rows>
    </Card>
  )
}

function hintOf(removed: Removed): string {
  const left = removed.days_left === undefined ? '' : t('fields.daysLeft', { count: removed.days_left })
  return [removed.removed_at ? formatRelative(removed.removed_at) : '', left].filter(Boolean).join(' · ')
}

async function restore(removed: Removed): Promise<void> {
  try {
    await (removed.field ? restoreField(removed.object, removed.field) : restoreObject(removed.object))
    toast({ text: t('fields.restored', { label: removed.label }), tone: 'good' })
  } catch (error) {
    toast({ text: problemText(error), tone: 'danger' })
  }
}
