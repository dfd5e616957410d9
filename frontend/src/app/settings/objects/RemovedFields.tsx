/** Fields that were removed in the last 30 days; their values come back with them. */

import { useQuery } from '@tanstack/react-query'
import { Button, Card, Row, Rows, toast } from '@/design'
import { problemText } from '@/platform/api'
import { formatRelative } from '@/platform/format'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { listRemoved, type Removed, restoreField } from './design'

export function RemovedFields({ object }: { readonly object: string }) {
  const { data } = useQuery({ queryKey: keys.removed, queryFn: listRemoved })
  const removed = data?.items.filter((each) => each.object === object && nameOf(each)) ?? []
  if (removed.length === 0) return null
  return (
    <Card flush title={t('fields.removedTitle')}>
      <Rows>
        {removed.map((each) => (
          <Row
            key={nameOf(each)}
            hint={each.removed_at ? formatRelative(each.removed_at) : nameOf(each)}
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

const nameOf = (removed: Removed): string => removed.field ?? removed.name ?? ''

async function restore(removed: Removed): Promise<void> {
  try {
    await restoreField(removed.object, nameOf(removed))
    toast({ text: t('fields.restored', { label: removed.label }), tone: 'good' })
  } catch (error) {
    toast({ text: problemText(error), tone: 'danger' })
  }
}
