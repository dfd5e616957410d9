/** The rows of a list page, cut into groups or not: what stands where, and how more of it comes. */

import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { api } from '@/platform/api'
import { keys } from '@/platform/keys'
import { useWatch } from '@/platform/live'
import type { AggregateResult, ObjectMeta } from '@/platform/types'
import type { ListSource, ListView } from '../data/ListSource'
import { listSource, useListView, useListViews } from '../data/list'
import { allOf, type Filter, type SortKey } from '../query/types'
import { askedFields, type PlanColumn } from './columns'
import { type Grouping, groupFilter, readGrouping } from './grouping'
import { flatLines, type GroupNode, groupedLines, groupTree, type Lines } from './rows'
import type { ListPlan } from './useListPlan'

export interface ListRows {
  readonly lines: Lines
  /** The records from top to bottom, as far as they have been read. */
  readonly order: readonly string[]
  readonly status: ListView['status']
  readonly error: unknown
  readonly total: number | null
  readonly capped: boolean
  readonly complete: boolean
  readonly loadingMore: boolean
  /** Tells which lines are drawn: what is missing among them is fetched, and a little more. */
  readonly see: (first: number, last: number) => void
  /** Keeps a row in its place while it is being edited; returns how to let it go. */
  readonly hold: (id: string) => () => void
  readonly load: () => void
  readonly loadMore: () => void
  readonly countExactly: () => Promise<void>
  readonly groups: Groups | undefined
}

export interface Groups {
  readonly by: readonly Grouping[]
  readonly folded: ReadonlySet<string>
  readonly fold: (path: string) => void
  readonly foldAll: (fold: boolean) => void
  readonly total: Readonly<Record<string, number | null>>
}

const AHEAD = 60

/** One plain list. */
export function useFlatRows(object: ObjectMeta, plan: ListPlan): ListRows {
  useWatch(object.name)
  const source = useMemo(() => listSource(object.name, askOf(object, plan, [])), [object, plan])
  const view = useListView(source)
  const lines = useMemo(() => flatLines(view.ids), [view.ids])
  // Rows are given this one: were it another after each page, all of them would be drawn again.
  const hold = useCallback((id: string) => source.hold(id), [source])
  return useMemo(
    () => ({
      ...view,
      lines,
      order: view.ids,
      see: (first, last) => {
        source.see(first, last)
        if (last >= view.ids.length - AHEAD && !view.complete && !view.error) void source.loadMore()
      },
      hold,
      load: () => void source.load(),
      loadMore: () => void source.loadMore(),
      countExactly: () => source.countExactly(),
      groups: undefined,
    }),
    [view, lines, source, hold],
  )
}

interface Opened {
  readonly group: GroupNode
  readonly source: ListSource
}

/** A list in groups: the server counts them all at once, and each group is read when it comes into sight. */
export function useGroupedRows(object: ObjectMeta, plan: ListPlan): ListRows {
  useWatch(object.name)
  const by = useMemo(() => groupingsOf(object, plan), [object, plan])
  const counted = useGroupCounts(object, plan, by)
  const tree = useMemo(() => groupTree(counted.data?.groups ?? [], by.length), [counted.data, by.length])
  const { folded, fold, foldAll } = useFolded(tree)
  const { opened, open } = useOpened(object, plan, by)
  const sources = useMemo(() => [...opened.values()].map(({ source }) => source), [opened])
  const views = useListViews(sources)
  const read = useMemo(() => new Map([...opened.keys()].map((path, at) => [path, views[at]])), [opened, views])
  const lines = useMemo(
    () =>
      groupedLines(tree, folded, (path) => {
        const view = read.get(path)
        return view?.status === 'ready' ? view : undefined
      }),
    [tree, folded, read],
  )
  const order = useMemo(() => idsOf(lines), [lines])
  const leaves = useMemo(() => leavesOf(tree), [tree])
  const see = useCallback(
    (first: number, last: number) => {
      const near = new Set<string>()
      for (let at = first; at <= last; at++) {
        const line = lines.at(at)
        if (line?.type === 'waiting') near.add(line.path)
      }
      for (const path of near) {
        const group = leaves.get(path)
        const known = opened.get(path)
        if (known) void known.source.loadMore()
        else if (group) open(group)
      }
    },
    [lines, leaves, opened, open],
  )
  const latest = useRef(sources)
  latest.current = sources
  const hold = useCallback((id: string) => {
    const offs = latest.current.filter((source) => source.get().ids.includes(id)).map((source) => source.hold(id))
    return () => {
      for (const off of offs) off()
    }
  }, [])
  const failed = views.find((view) => view.error !== undefined)?.error
  const total = counted.data?.total
  return useMemo<ListRows>(
    () => ({
      lines,
      order,
      status: counted.isPending ? 'loading' : counted.isError ? 'failed' : 'ready',
      error: counted.error ?? failed,
      total: total?.count ?? null,
      capped: false,
      complete: lines.length > 0 && [...leaves.keys()].every((path) => read.get(path)?.complete),
      loadingMore: false,
      see,
      hold,
      load: () => void counted.refetch(),
      loadMore: () => {
        for (const source of sources) if (source.get().error) void source.loadMore()
      },
      countExactly: () => Promise.resolve(),
      groups: { by, folded, fold, foldAll, total: total ?? {} },
    }),
    [lines, order, counted, failed, total, leaves, read, see, hold, sources, by, folded, fold, foldAll],
  )
}

function idsOf(lines: Lines): readonly string[] {
  const ids: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines.at(at)
    if (line?.type === 'record') ids.push(line.id)
  }
  return ids
}

const leavesOf = (tree: readonly GroupNode[]): ReadonlyMap<string, GroupNode> =>
  new Map(tree.flatMap((group) => group.inner ?? [group]).map((group) => [group.path, group]))

const groupingsOf = (object: ObjectMeta, { group, subgroup }: ListPlan): readonly Grouping[] =>
  [group, subgroup].flatMap((text) => readGrouping(object, text) ?? [])

/** Which figures a group shows: the sum of each amount among the columns. */
const SUMMED: ReadonlySet<string> = new Set(['money', 'integer', 'number', 'rollup', 'formula'])
const MOST_SUMS = 8

export function summedColumns(columns: readonly PlanColumn[]): readonly PlanColumn[] {
  return columns
    .filter(({ path, field }) => !path.includes('.') && SUMMED.has(field.kind) && field.measures?.includes('sum'))
    .slice(0, MOST_SUMS)
}

function useGroupCounts(object: ObjectMeta, plan: ListPlan, by: readonly Grouping[]) {
  const query = {
    ...(plan.where ? { where: plan.where } : {}),
    ...(plan.search ? { search: plan.search } : {}),
    group: by.map(({ field, bucket }) => ({ by: field.name, ...(bucket ? { bucket } : {}) })),
    measures: [
      { op: 'count', as: 'count' },
      ...summedColumns(plan.columns).map(({ path }) => ({ op: 'sum', field: path, as: path })),
    ],
    ...(plan.sort.some((key) => key.by === by[0]?.field.name && key.desc) ? { sort: [{ by: '#0', desc: true }] } : {}),
  }
  return useQuery({
    queryKey: keys.aggregate(object.name, query),
    queryFn: ({ signal }) => api.post<AggregateResult>(`/aggregate/${object.name}`, query, { signal }),
    placeholderData: (before) => before,
  })
}

function useFolded(tree: readonly GroupNode[]) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const latest = useRef(tree)
  latest.current = tree
  const fold = useCallback(
    (path: string) =>
      setFolded((present) => {
        const next = new Set(present)
        if (!next.delete(path)) next.add(path)
        return next
      }),
    [],
  )
  const foldAll = useCallback(
    (all: boolean) => setFolded(new Set(all ? latest.current.map(({ path }) => path) : [])),
    [],
  )
  return { folded, fold, foldAll }
}

/** The groups that have been in sight, each with the list of its records; forgotten when the question changes. */
function useOpened(object: ObjectMeta, plan: ListPlan, by: readonly Grouping[]) {
  const [opened, setOpened] = useState<ReadonlyMap<string, Opened>>(new Map())
  const asked = useMemo(() => JSON.stringify(askOf(object, plan, by)), [object, plan, by])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question has other groups
  useEffect(() => setOpened(new Map()), [asked])
  const latest = useRef({ object, plan, by })
  latest.current = { object, plan, by }
  const open = useCallback((group: GroupNode) => {
    const { object: of, plan: now, by: levels } = latest.current
    const ask = askOf(of, now, levels)
    const where = allOf(now.where, ...filtersOf(group, levels))
    const source = listSource(of.name, { ...ask, ...(where ? { where } : {}) })
    setOpened((present) => (present.has(group.path) ? present : new Map(present).set(group.path, { group, source })))
  }, [])
  return { opened, open }
}

function filtersOf(group: GroupNode, levels: readonly Grouping[]): readonly Filter[] {
  return group.values.flatMap((value, at) => {
    const level = levels[at]
    return level ? [groupFilter(level, value)] : []
  })
}

function askOf(object: ObjectMeta, plan: ListPlan, by: readonly Grouping[]) {
  const names = by.map(({ field }) => field.name)
  return {
    ...(plan.where ? { where: plan.where } : {}),
    ...(plan.search ? { search: plan.search } : {}),
    sort: plan.sort.filter((key: SortKey) => !names.includes(key.by)),
    fields: askedFields(object, plan.columns, names),
  }
}
