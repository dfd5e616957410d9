/** The rows of a list, whatever state they are in: on their way, failed, none, or here. */

import { lazy, Suspense, useCallback, useMemo, useRef, useState } from 'react'
import { ErrorState, ListSkeleton, useIsPhone } from '@/design'
import type { ObjectMeta } from '@/platform/types'
import type { HeaderActs } from './HeaderRow'
import { ListEmpty } from './ListEmpty'
import { Table } from './Table'
import { Total } from './Total'
import { type Spot, useCursor } from './useCursor'
import { useListKeys } from './useListKeys'
import type { ChangePlan, ListPlan } from './useListPlan'
import { type ListRows, useFlatRows, useGroupedRows } from './useRows'
import { useSelection } from './useSelection'

const BulkBar = lazy(() => import('./BulkBar').then((file) => ({ default: file.BulkBar })))
const Cards = lazy(() => import('./Cards').then((file) => ({ default: file.Cards })))

export interface ListBodyProps {
  readonly object: ObjectMeta
  readonly plan: ListPlan
  readonly change: ChangePlan
  readonly onPeek: (id: string | undefined) => void
  readonly onFilter: (path: string) => void
}

export function ListBody(props: ListBodyProps) {
  return props.plan.group ? <Grouped {...props} /> : <Flat {...props} />
}

function Flat(props: ListBodyProps) {
  return <Body {...props} rows={useFlatRows(props.object, props.plan)} />
}

function Grouped(props: ListBodyProps) {
  return <Body {...props} rows={useGroupedRows(props.object, props.plan)} />
}

function Body({ object, plan, change, onPeek, onFilter, rows }: ListBodyProps & { readonly rows: ListRows }) {
  const phone = useIsPhone()
  const scrollTo = useRef<(id: string) => void>(() => undefined)
  const peeking = useRef(plan.peek)
  peeking.current = plan.peek
  const onMove = useCallback(
    ({ id }: Spot) => {
      scrollTo.current(id)
      if (peeking.current && peeking.current !== id) onPeek(id)
    },
    [onPeek],
  )
  const cursor = useCursor(rows.order, plan.columns.length, onMove)
  const selection = useSelection(rows.order)
  // Once there, the bar stays: it follows a job after its selection has been cleared.
  const [selecting, setSelecting] = useState(false)
  if (!selecting && (selection.all || selection.ids.size > 0)) setSelecting(true)
  const filterBy = useRef(onFilter)
  filterBy.current = onFilter
  const acts = useMemo<HeaderActs>(
    () => ({
      onSort: (sort) => change({ sort }),
      onColumns: (columns) => change({ columns }),
      onPins: (pins) => change({ pins }),
      onGroup: (group) => change({ group, ...(group === null ? { subgroup: null } : {}) }),
      onFilter: (path) => filterBy.current(path),
    }),
    [change],
  )
  useListKeys({ object, plan, cursor, selection, onPeek })
  if (rows.status === 'loading' && rows.lines.length === 0) return <ListSkeleton rows={12} />
  if (rows.status === 'failed') return <ErrorState error={rows.error} onRetry={rows.load} />
  if (rows.lines.length === 0) return <ListEmpty object={object} plan={plan} change={change} />
  const shared = { object, plan, rows, selection }
  return (
    <>
      {phone ? (
        <Suspense fallback={<ListSkeleton rows={12} />}>
          <Cards {...shared} />
        </Suspense>
      ) : (
        <Table {...shared} cursor={cursor} scrollTo={scrollTo} acts={acts} onPeek={onPeek} />
      )}
      <Total rows={rows} plan={plan} />
      {selecting ? (
        <Suspense fallback={null}>
          <BulkBar object={object} plan={plan} rows={rows} selection={selection} />
        </Suspense>
      ) : null}
    </>
  )
}
