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
import { type BoardPlan, laneFilter, MOST_LANES, parentFilter } from './lanes'
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
    // A board by people or records has a column for each of the fullest.
    ...(board?.field.kind === 'choice' ? {} : { sort: [{ by: 'count', desc: true }], limit: MOST_LANES + 1 }),
    measures: [
      { op: 'count', as: 'count' },
      ...(board?.money ? [{ op: 'sum', field: board.money.name, as: 'sum' }] : []),
    ],
  }
  const { data } = useQuery({
    queryKey: keys.aggregate(object.name, query),
    queryFn: ({ signal }) => api.post<AggregateResult>(`/aggregate/${object.name}`, query, { signal }),
    enabled: board !== undefined,
    placeholderData: (before) => before,
  })
  return useMemo(() => data && boardTotals(data), [data])
}

export interface BoardTotals {
  readonly of: ReadonlyMap<string, LaneTotal>
  /** The values that were found, the fullest first. */
  readonly found: readonly unknown[]
}

function boardTotals({ groups }: AggregateResult): BoardTotals {
  const of = new Map(
    groups.map(({ keys: [key], values }) => [
      groupKey(key),
      { count: values.count ?? 0, sum: values.sum ?? null } satisfies LaneTotal,
    ]),
  )
  return { of, found: groups.map(({ keys: [key] }) => key).slice(0, MOST_LANES) }
}
