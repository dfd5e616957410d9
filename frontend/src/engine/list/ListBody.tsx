/** The rows of a list, whatever state they are in: on their way, failed, none, or here. */

import { useCallback, useMemo, useRef } from 'react'
import { ErrorState, ListSkeleton, useIsPhone } from '@/design'
import type { ObjectMeta } from '@/platform/types'
import { BulkBar } from './BulkBar'
import { Cards } from './Cards'
import type { HeaderActs } from './HeaderRow'
import { ListEmpty } from './ListEmpty'
import { Table } from './Table'
import { Total } from './Total'
import { type Spot, useCursor } from './useCursor'
import { useList } from './useList'
import { useListKeys } from './useListKeys'
import type { ChangePlan, ListPlan } from './useListPlan'
import { useSelection } from './useSelection'

interface ListBodyProps {
  readonly object: ObjectMeta
  readonly plan: ListPlan
  readonly change: ChangePlan
  readonly onPeek: (id: string | undefined) => void
  readonly onFilter: (path: string) => void
}

export function ListBody({ object, plan, change, onPeek, onFilter }: ListBodyProps) {
  const phone = useIsPhone()
  const { source, view, lines, totals, fold } = useList(object, plan)
  const scrollTo = useRef<(row: number) => void>(() => undefined)
  const peeking = useRef(plan.peek)
  peeking.current = plan.peek
  const onMove = useCallback(
    ({ id }: Spot) => {
      scrollTo.current(source.get().ids.indexOf(id))
      if (peeking.current && peeking.current !== id) onPeek(id)
    },
    [source, onPeek],
  )
  const cursor = useCursor(view.ids, plan.columns.length, onMove)
  const selection = useSelection(view.ids)
  const filterBy = useRef(onFilter)
  filterBy.current = onFilter
  const acts = useMemo<HeaderActs>(
    () => ({
      onSort: (sort) => change({ sort }),
      onColumns: (columns) => change({ columns }),
      onGroup: (group) => change({ group }),
      onFilter: (path) => filterBy.current(path),
    }),
    [change],
  )
  useListKeys({ object, plan, cursor, selection, onPeek })
  if (view.status === 'loading' && view.ids.length === 0) return <ListSkeleton rows={12} />
  if (view.status === 'failed') return <ErrorState error={view.error} onRetry={() => void source.load()} />
  if (view.ids.length === 0) return <ListEmpty object={object} plan={plan} change={change} />
  const shared = { object, plan, source, view, lines, totals, selection, onFold: fold }
  return (
    <>
      {phone ? (
        <Cards {...shared} />
      ) : (
        <Table {...shared} cursor={cursor} scrollTo={scrollTo} acts={acts} onPeek={onPeek} />
      )}
      <Total source={source} view={view} />
      <BulkBar object={object} plan={plan} source={source} view={view} selection={selection} />
    </>
  )
}
