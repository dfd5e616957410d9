/** The list page of any object: views, filters, a way of looking at the records, selection, side panel. */

import { lazy, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { CardSkeleton, FormSkeleton, Sheet, useIsPhone } from '@/design'
import { t } from '@/platform/i18n'
import { useMeta } from '@/platform/meta'
import type { ObjectMeta } from '@/platform/types'
import { freshCondition } from '../filter/fresh'
import { LostFields } from '../filter/LostFields'
import { lostFields } from '../filter/lost'
import { addTo, type Group, toFilter, toTree } from '../query/tree'
import { ListBody } from './ListBody'
import { ListHeader } from './ListHeader'
import classes from './list.module.css'
import { Toolbar } from './Toolbar'
import { type ChangePlan, type ListPlan, useListPlan } from './useListPlan'

const FilterPanel = lazy(() => import('../filter/FilterPanel').then((file) => ({ default: file.FilterPanel })))
const Peek = lazy(() => import('./Peek').then((file) => ({ default: file.Peek })))
const Board = lazy(() => import('../board/Board').then((file) => ({ default: file.Board })))
const Calendar = lazy(() => import('../calendar/Calendar').then((file) => ({ default: file.Calendar })))
const MapView = lazy(() => import('../map/MapView').then((file) => ({ default: file.MapView })))
const SplitView = lazy(() => import('../split/SplitView').then((file) => ({ default: file.SplitView })))

export function ObjectList({ object }: { object: ObjectMeta }) {
  const meta = useMeta()
  const phone = useIsPhone()
  const { plan, change, ready } = useListPlan(object)
  const { tree, setTree } = useFilterTree(plan.where, (where) => change({ where }))
  const [filtering, setFiltering] = useState(false)
  const peek = useCallback((id: string | undefined) => change({ peek: id }), [change])
  const lost = useMemo(() => lostFields(meta, object, tree), [meta, object, tree])
  const filterBy = (path: string): void => {
    setTree(addTo(tree, tree.id, freshCondition(object, path, meta)))
    setFiltering(true)
  }
  const panel = (
    <Suspense fallback={<FormSkeleton fields={1} />}>
      <FilterPanel object={object} tree={tree} onChange={setTree} />
    </Suspense>
  )
  return (
    <div className={classes.page}>
      <div className={classes.main}>
        <ListHeader object={object} plan={plan} change={change} />
        <Toolbar
          object={object}
          plan={plan}
          change={change}
          tree={tree}
          onTree={setTree}
          filtering={filtering}
          onFiltering={setFiltering}
        />
        {phone ? (
          <Sheet open={filtering} onClose={() => setFiltering(false)} title={t('engine.filter.title')} tall>
            {panel}
          </Sheet>
        ) : filtering ? (
          <section className={classes.filter} aria-label={t('engine.filter.title')}>
            {panel}
          </section>
        ) : null}
        {!ready ? (
          <CardSkeleton />
        ) : lost.length > 0 ? (
          <LostFields names={lost} tree={tree} onTree={setTree} />
        ) : (
          <Suspense fallback={<CardSkeleton />}>
            <Records object={object} plan={plan} change={change} onPeek={peek} onFilter={filterBy} />
          </Suspense>
        )}
      </div>
      {plan.peek && !phone && plan.shape !== 'split' ? (
        <Suspense fallback={<aside className={classes.peek} aria-busy />}>
          <Peek object={object} id={plan.peek} onClose={() => peek(undefined)} />
        </Suspense>
      ) : null}
    </div>
  )
}

export interface ShapeProps {
  readonly object: ObjectMeta
  readonly plan: ListPlan
  readonly change: ChangePlan
  readonly onPeek: (id: string | undefined) => void
}

/** The records, looked at as the plan says. */
function Records({ onFilter, ...props }: ShapeProps & { readonly onFilter: (path: string) => void }) {
  const phone = useIsPhone()
  const { shape } = props.plan
  if (shape === 'board') return <Board {...props} />
  if (shape === 'calendar') return <Calendar {...props} />
  if (shape === 'map') return <MapView {...props} />
  if (shape === 'split' && !phone) return <SplitView {...props} />
  return <ListBody {...props} onFilter={onFilter} />
}

/** The tree being built: it may hold unfinished conditions that the address does not know of. */
function useFilterTree(where: Parameters<typeof toTree>[0], tell: (where: ReturnType<typeof toFilter> | null) => void) {
  const asked = useMemo(() => JSON.stringify(where ?? null), [where])
  const [tree, keep] = useState<Group>(() => toTree(where))
  const built = useRef(asked)
  useEffect(() => {
    if (asked === built.current) return
    built.current = asked
    keep(toTree(JSON.parse(asked) ?? undefined))
  }, [asked])
  const setTree = (next: Group): void => {
    keep(next)
    const filter = toFilter(next) ?? null
    const said = JSON.stringify(filter)
    if (said === built.current) return
    built.current = said
    tell(filter)
  }
  return { tree, setTree }
}
