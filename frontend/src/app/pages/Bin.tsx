/** What was deleted and can still come back: found, brought back one by one or together, or removed for good. */

import { IconTrash } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { Button, Card, EmptyState, ErrorState, ListSkeleton, PageHeader, Rows, SearchBox, Select } from '@/design'
import { api } from '@/platform/api'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { useMeta } from '@/platform/meta'
import type { Page } from '@/platform/types'
import { BinActions } from './BinActions'
import { BinLine } from './BinLine'
import classes from './bin.module.css'
import { type Binned, keyOf } from './binned'
import page from './page.module.css'

export function Bin() {
  const asked: { object?: string; search?: string } = useSearch({ strict: false })
  const [search, setSearch] = useState(asked.search ?? '')
  const [object, setObject] = useState<string | null>(asked.object ?? null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const wanted = { object: object ?? undefined, search: useDeferredValue(search.trim()) || undefined }
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: [...keys.bin, wanted],
    queryFn: ({ signal, pageParam }) =>
      api.get<Page<Binned>>('/bin', { signal, params: { ...wanted, after: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const items = data?.pages.flatMap((each) => each.items) ?? []
  const isNarrowed = Boolean(wanted.object ?? wanted.search)
  const toggle = (item: Binned): void =>
    setChosen((was) => {
      const next = new Set(was)
      if (!next.delete(keyOf(item))) next.add(keyOf(item))
      return next
    })
  const picked = items.filter((item) => chosen.has(keyOf(item)))
  return (
    <>
      <PageHeader title={t('bin.title')} below={<p className={page.muted}>{t('bin.lead')}</p>} />
      <div className={page.body}>
        {items.length > 0 || isNarrowed ? (
          <div className={classes.tools}>
            <SearchBox value={search} onChange={setSearch} label={t('bin.search')} />
            <Objects value={object} onChange={setObject} />
            <BinActions
              items={items}
              picked={picked}
              onAll={(all) => setChosen(new Set(all ? items.map(keyOf) : []))}
              onOver={() => setChosen(new Set())}
            />
          </div>
        ) : null}
        {isPending && <ListSkeleton />}
        {error && <ErrorState error={error} onRetry={() => void refetch()} />}
        {data && items.length === 0 && (
          <EmptyState
            icon={<IconTrash size={24} />}
            title={isNarrowed ? t('bin.none') : t('bin.empty')}
            body={isNarrowed ? t('bin.noneBody') : t('bin.emptyBody')}
          />
        )}
        {items.length > 0 && (
          <Card flush>
            <Rows>
              {items.map((item) => (
                <BinLine key={keyOf(item)} item={item} chosen={chosen.has(keyOf(item))} onChoose={() => toggle(item)} />
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

/** Which objects to show: all of them, or one. */
function Objects({ value, onChange }: { value: string | null; onChange: (object: string | null) => void }) {
  const objects = useMeta().objects.filter((object) => object.rights.delete)
  return (
    <Select
      aria-label={t('bin.object')}
      placeholder={t('bin.object')}
      clearable
      searchable
      data={objects.map((object) => ({ value: object.name, label: object.plural }))}
      value={value}
      onChange={onChange}
    />
  )
}
