/** What the list shows now: what the view says, with what the address changes about it. */

import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { api } from '@/platform/api'
import { keys } from '@/platform/keys'
import { useMeta } from '@/platform/meta'
import type { Meta, ObjectMeta, View } from '@/platform/types'
import type { Filter, SortKey } from '../query/types'
import { fromSearch, type ListState, type Shape, toSearch } from '../query/url'
import { defaultColumns, type PlanColumn, planColumns } from './columns'

export interface ListPlan {
  readonly views: readonly View[]
  readonly view: View | undefined
  readonly shape: Shape
  readonly where: Filter | undefined
  readonly sort: readonly SortKey[]
  readonly search: string
  readonly columns: readonly PlanColumn[]
  readonly group: string | undefined
  readonly lane: string | undefined
  readonly peek: string | undefined
  /** Something differs from the view: it can be saved or taken back. */
  readonly changed: boolean
}

export type ChangePlan = (patch: Partial<ListState>) => void

const NO_VIEWS: readonly View[] = []

export function useViews(object: string) {
  return useQuery({
    queryKey: keys.views(object),
    queryFn: ({ signal }) => api.get<{ items: readonly View[] }>(`/views/${object}`, { signal }),
    select: (answer) => answer.items,
  })
}

export function useListPlan(object: ObjectMeta): { plan: ListPlan; change: ChangePlan; ready: boolean } {
  const meta = useMeta()
  const navigate = useNavigate()
  const params: Record<string, unknown> = useSearch({ strict: false })
  const { data: views = NO_VIEWS, isPending } = useViews(object.name)
  const state = useMemo(() => fromSearch(params), [params])
  const plan = useMemo(() => makePlan(meta, object, views, state), [meta, object, views, state])
  const change = useCallback<ChangePlan>(
    (patch) =>
      void navigate({
        to: '.',
        search: toSearch({ ...state, ...patch }) as never,
        replace: !('view' in patch || 'shape' in patch || 'peek' in patch),
        resetScroll: false,
      }),
    [navigate, state],
  )
  return { plan, change, ready: !isPending }
}

export function makePlan(meta: Meta, object: ObjectMeta, views: readonly View[], state: ListState): ListPlan {
  const view = views.find((each) => each.id === state.view) ?? firstView(views, state.shape)
  const query = (view?.query ?? {}) as { where?: Filter; sort?: readonly SortKey[]; search?: string }
  const shape = state.shape ?? (view?.kind === 'board' ? 'board' : 'list')
  const paths =
    state.columns?.map((field) => ({ field })) ?? (view?.columns.length ? view.columns : defaultColumns(object))
  return {
    views,
    view,
    shape,
    where: state.where === null ? undefined : (state.where ?? query.where),
    sort: state.sort ?? query.sort ?? [],
    search: state.search ?? query.search ?? '',
    columns: planColumns(meta, object, paths),
    group: state.group === null ? undefined : (state.group ?? view?.group ?? undefined),
    lane: state.lane,
    peek: state.peek,
    changed:
      CHANGES.some((name) => state[name] !== undefined) || (state.shape !== undefined && view?.kind !== state.shape),
  }
}

const CHANGES = ['where', 'sort', 'search', 'columns', 'group'] as const

/** The view a list opens with: the standard one of the asked shape, else the first. */
function firstView(views: readonly View[], shape: Shape | undefined): View | undefined {
  return views.find((view) => view.kind === (shape ?? 'list')) ?? (shape ? undefined : views[0])
}
