/** The rows and the figures of a board's columns. */

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '@/platform/api'
import { keys } from '@/platform/keys'
import type { AggregateResult, ObjectMeta } from '@/platform/types'
import type { ListSource } from '../data/ListSource'
import { listSource } from '../data/list'
import { askedFields } from '../list/columns'
import { groupKey } from '../list/rows'
import type { ListPlan } from '../list/useListPlan'
import { allOf } from '../query/types'
import { type BoardPlan, laneFilter, parentFilter } from './lanes'
import { signalFields } from './signals'

const FIRST = 25

export function useBoardSources(
  object: ObjectMeta,
  plan: ListPlan,
  board: BoardPlan | undefined,
): readonly ListSource[] {
  return useMemo(() => {
    if (!board) return []
    const fields = askedFields(
      object,
      [],
      [
        board.field.name,
        ...(board.parent ? [board.parent.name] : []),
        ...(object.layout?.highlights ?? []),
        ...signalFields(object),
        ...neededFields(board),
      ],
    )
    return board.lanes.map((lane) =>
      listSource(
        object.name,
        {
          where: allOf(plan.where, parentFilter(board), laneFilter(board, lane)),
          ...(plan.search ? { search: plan.search } : {}),
          sort: plan.sort,
          fields,
        },
        FIRST,
      ),
    )
  }, [object, plan.where, plan.search, plan.sort, board])
}

function neededFields({ lanes }: BoardPlan): readonly string[] {
  return lanes.flatMap(({ option }) => (Array.isArray(option?.config?.needs) ? option.config.needs.map(String) : []))
}

export interface LaneTotal {
  readonly count: number
  readonly sum: number | null
}

export function useBoardTotals(object: ObjectMeta, plan: ListPlan, board: BoardPlan | undefined) {
  const where = board && allOf(plan.where, parentFilter(board))
  const query = {
    ...(where ? { where } : {}),
    ...(plan.search ? { search: plan.search } : {}),
    group: [{ by: board?.field.name ?? '' }],
    measures: [
      { op: 'count', as: 'count' },
      ...(board?.money ? [{ op: 'sum', field: board.money.name, as: 'sum' }] : []),
    ],
  }
  const { data } = useQuery({
    queryKey: keys.aggregate(object.name, query),
    queryFn: ({ signal }) => api.post<AggregateResult>(`/aggregate/${object.name}`, query, { signal }),
    enabled: board !== undefined,
  })
  return useMemo<ReadonlyMap<string, LaneTotal> | undefined>(
    () =>
      data &&
      new Map(
        data.groups.map(({ keys: [key], values }) => [
          groupKey(key),
          { count: values.count ?? 0, sum: values.sum ?? null },
        ]),
      ),
    [data],
  )
}
