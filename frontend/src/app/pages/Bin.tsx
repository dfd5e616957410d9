/** What was deleted and can still come back. */

import { IconTrash } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Card, EmptyState, ErrorState, ListSkeleton, ObjectIcon, PageHeader, Row, Rows, toast } from '@/design'
import { api, problemText } from '@/platform/api'
import { formatRelative } from '@/platform/format'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { useMeta } from '@/platform/meta'
import { queryClient } from '@/platform/query'
import type { Page, UserBrief } from '@/platform/types'
import page from './page.module.css'

interface Binned {
  readonly object: string
  readonly id: string
  readonly label: string | null
  readonly deleted_at: string
  readonly deleted_by?: UserBrief | null
}

export function Bin() {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: keys.bin,
    queryFn: ({ signal, pageParam }) => api.get<Page<Binned>>('/bin', { signal, params: { after: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const items = data?.pages.flatMap((each) => each.items) ?? []
  return (
    <>
      <PageHeader title={t('bin.title')} below={<p className={page.muted}>{t('bin.lead')}</p>} />
      <div className={page.body}>
        {isPending && <ListSkeleton />}
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {data && items.length === 0 && (
          <EmptyState icon={<IconTrash size={24} />} title={t('bin.empty')} body={t('bin.emptyBody')} />
        )}
        {items.length > 0 && (
          <Card flush>
            <Rows>
              {items.map((item) => (
                <Line key={`${item.object}/${item.id}`} item={item} />
              ))}
            </Rows>
          </Card>
        )}
        {hasNextPage && (
          <Button variant="quiet" wide loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('home.older')}
          </Button>
        )}
      </div>
    </>
  )
}

function Line({ item }: { readonly item: Binned }) {
  const object = useMeta().objects.find((each) => each.name === item.object)
  const who = item.deleted_by?.label
  const when = formatRelative(item.deleted_at)
  return (
    <Row
      lead={<ObjectIcon name={object?.icon} />}
      hint={[object?.label, who ? t('bin.by', { who, when }) : when].filter(Boolean).join(' · ')}
      end={
        <Button size="sm" onClick={() => void restore(item)}>
          {t('action.restore')}
        </Button>
      }
    >
      {item.label ?? t('bin.unnamed')}
    </Row>
  )
}

async function restore(item: Binned): Promise<void> {
  try {
    await api.post(`/records/${item.object}/${item.id}/restore`)
    toast({ text: t('bin.restored', { label: item.label ?? t('bin.unnamed') }), tone: 'good' })
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: keys.bin }),
      queryClient.invalidateQueries({ queryKey: keys.list(item.object) }),
    ])
  } catch (error) {
    toast({ text: problemText(error), tone: 'danger' })
  }
}
