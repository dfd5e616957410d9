/** Everything a list page knows: its plan, its rows, its groups. */

import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import { api } from '@/platform/api'
import { formatMoney } from '@/platform/format'
import { keys } from '@/platform/keys'
import { useWatch } from '@/platform/live'
import type { AggregateResult, ObjectMeta } from '@/platform/types'
import { listSource, useListView } from '../data/list'
import { records } from '../data/store'
import { findField } from '../meta/paths'
import type { SortKey } from '../query/types'
import { askedFields } from './columns'
import type { GroupTotals } from './GroupHeading'
import { groupKey, linesOf } from './rows'
import type { ListPlan } from './useListPlan'

export function useList(object: ObjectMeta, plan: ListPlan) {
  useWatch(object.name)
  const source = useMemo(
    () =>
      listSource(object.name, {
        ...(plan.where ? { where: plan.where } : {}),
        ...(plan.search ? { search: plan.search } : {}),
        sort: sortFor(plan),
        fields: askedFields(object, plan.columns, plan.group ? [plan.group] : []),
      }),
    [object, plan],
  )
  const view = useListView(source)
  const { totals, fold } = useGroups(object, plan)
  const group = plan.group ? findField(object, plan.group) : undefined
  const lines = useMemo(
    () => linesOf(view.ids, group, (id) => records.view(object.name, id), totals?.folded),
    [view.ids, group, object.name, totals],
  )
  return { source, view, lines, totals, fold }
}

/** A grouped list is sorted by its group first, so that each group stands together. */
export function sortFor({ sort, group }: Pick<ListPlan, 'sort' | 'group'>): readonly SortKey[] {
  if (!group) return sort
  const own = sort.find((key) => key.by === group)
  return [own ?? { by: group }, ...sort.filter((key) => key.by !== group)]
}

function useGroups(object: ObjectMeta, plan: ListPlan) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const money = plan.columns.find((column) => column.field.kind === 'money' && !column.path.includes('.'))?.path
  const query = {
    ...(plan.where ? { where: plan.where } : {}),
    ...(plan.search ? { search: plan.search } : {}),
    group: [{ by: plan.group ?? '' }],
    measures: [{ op: 'count', as: 'count' }, ...(money ? [{ op: 'sum', field: money, as: 'sum' }] : [])],
  }
  const { data } = useQuery({
    queryKey: keys.aggregate(object.name, query),
    queryFn: ({ signal }) => api.post<AggregateResult>(`/aggregate/${object.name}`, query, { signal }),
    enabled: plan.group !== undefined,
  })
  const totals = useMemo<GroupTotals | undefined>(
    () => (plan.group === undefined ? undefined : { of: totalsOf(data), folded }),
    [plan.group, data, folded],
  )
  const fold = useCallback(
    (key: string) =>
      setFolded((present) => {
        const next = new Set(present)
        if (!next.delete(key)) next.add(key)
        return next
      }),
    [],
  )
  return { totals, fold }
}

function totalsOf(data: AggregateResult | undefined): GroupTotals['of'] {
  return new Map(
    (data?.groups ?? []).map(({ keys: [key], values: { count, sum } }) => [
      groupKey(key),
      { count: count ?? 0, sum: sum ? formatMoney(sum, { compact: true }) : undefined },
    ]),
  )
}
