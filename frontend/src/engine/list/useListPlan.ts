/** What the list shows now: what the view says, with what the address changes about it. */

import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { api } from '@/platform/api'
import { keys } from '@/platform/keys'
import { useMeta } from '@/platform/meta'
import type { Meta, ObjectMeta, View } from '@/platform/types'
import { fieldAt } from '../meta/paths'
import type { Filter, SortKey } from '../query/types'
import { fromSearch, type ListState, type Shape, type Span, toSearch } from '../query/url'
import { defaultColumns, type PlanColumn, planColumns } from './columns'
import { readGrouping } from './grouping'
import { offersShape } from './shapes'

export interface ListPlan {
  readonly views: readonly View[]
  readonly view: View | undefined
  readonly shape: Shape
  readonly where: Filter | undefined
  readonly sort: readonly SortKey[]
  readonly search: string
  readonly columns: readonly PlanColumn[]
  /** How many columns stay in sight on the left. */
  readonly pins: number
  readonly group: string | undefined
  readonly subgroup: string | undefined
  readonly folded: readonly string[]
  readonly lane: string | undefined
  readonly span: Span | undefined
  readonly day: string | undefined
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
  const asked = state.shape ?? view?.kind ?? 'list'
  const shape = offersShape(object, asked) ? asked : 'list'
  const paths =
    state.columns?.map((field) => ({ field })) ?? (view?.columns.length ? view.columns : defaultColumns(object))
  // Groups of a list mean nothing to a board: what a view is laid out by goes with its own way of looking only.
  const settings = view && view.kind === shape ? view.settings : undefined
  const laidOut = state.group === null ? undefined : (state.group ?? (view?.kind === shape ? view.group : undefined))
  const group = laidOut ?? undefined
  const subgroup = state.subgroup === null ? undefined : (state.subgroup ?? settings?.subgroup)
  const grouped = shape !== 'list' || readGrouping(object, group) !== undefined
  return {
    views,
    view,
    shape,
    where: state.where === null ? undefined : (state.where ?? query.where),
    sort: (state.sort ?? query.sort ?? []).filter((key) => fieldAt(meta, object, key.by)),
    search: state.search ?? query.search ?? '',
    columns: planColumns(meta, object, paths),
    pins: state.pins ?? view?.settings?.pins ?? 1,
    group: grouped ? group : undefined,
    subgroup:
      grouped && shape === 'list' && group && subgroup !== group && readGrouping(object, subgroup)
        ? subgroup
        : undefined,
    folded: state.folded ?? settings?.folded ?? NONE,
    lane: state.lane,
    span: state.span ?? settings?.span,
    day: state.day,
    peek: state.peek,
    changed:
      CHANGES.some((name) => state[name] !== undefined) || (state.shape !== undefined && view?.kind !== state.shape),
  }
}

const NONE: readonly string[] = []
const CHANGES = ['where', 'sort', 'search', 'columns', 'pins', 'group', 'subgroup', 'folded', 'span'] as const

/** The view a list opens with: the one its reader chose, else the first of the asked shape, else the first. */
function firstView(views: readonly View[], shape: Shape | undefined): View | undefined {
  const chosen = views.find((view) => view.start)
  if (chosen && (!shape || chosen.kind === shape)) return chosen
  const lists = views.find((view) => view.kind === 'list')
  if (!shape) return lists ?? views[0]
  return views.find((view) => view.kind === shape) ?? lists
}
