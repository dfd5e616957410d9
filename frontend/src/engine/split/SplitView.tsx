/** The list on the left, the record on the right: for going through many of them with j and k. */

import { useEffect, useRef } from 'react'
import { EmptyState, ErrorState, ListSkeleton, ObjectIcon } from '@/design'
import { t } from '@/platform/i18n'
import { useShortcut } from '@/platform/shortcuts'
import { BulkBar } from '../list/BulkBar'
import { Cards } from '../list/Cards'
import { ListEmpty } from '../list/ListEmpty'
import type { ShapeProps } from '../list/ObjectList'
import { Peek } from '../list/Peek'
import { Total } from '../list/Total'
import { moved } from '../list/useCursor'
import { useFlatRows } from '../list/useRows'
import { useSelection } from '../list/useSelection'
import classes from './split.module.css'

const KEYS = { group: 'engine.keys.list' }

export function SplitView({ object, plan, change, onPeek }: ShapeProps) {
  const rows = useFlatRows(object, plan)
  const selection = useSelection(rows.order)
  const scrollTo = useRef<(id: string) => void>(() => undefined)
  const first = rows.order[0]
  const shown = plan.peek ?? first
  useEffect(() => {
    if (!plan.peek && first) change({ peek: first })
  }, [plan.peek, first, change])
  const go = (by: number): void => {
    const next = moved(rows.order, 1, shown ? { id: shown, column: 0 } : undefined, by, 0)
    if (!next) return
    onPeek(next.id)
    scrollTo.current(next.id)
  }
  useShortcut('j', 'engine.keys.down', () => go(1), KEYS)
  useShortcut('k', 'engine.keys.up', () => go(-1), KEYS)
  useShortcut('ArrowDown', 'engine.keys.down', () => go(1), KEYS)
  useShortcut('ArrowUp', 'engine.keys.up', () => go(-1), KEYS)
  useShortcut('x', 'engine.keys.select', () => shown && selection.acts.toggle(shown), KEYS)
  useShortcut('Escape', 'engine.keys.leave', () => selection.acts.clear(), KEYS)
  if (rows.status === 'loading' && rows.lines.length === 0) return <ListSkeleton rows={12} />
  if (rows.status === 'failed') return <ErrorState error={rows.error} onRetry={rows.load} />
  if (rows.lines.length === 0) return <ListEmpty object={object} plan={plan} change={change} />
  return (
    <div className={classes.split}>
      <div className={classes.list}>
        <Cards object={object} plan={plan} rows={rows} selection={selection} onPeek={onPeek} scrollTo={scrollTo} />
        <Total rows={rows} plan={plan} />
        <BulkBar object={object} plan={plan} rows={rows} selection={selection} />
      </div>
      {shown ? (
        <Peek object={object} id={shown} wide />
      ) : (
        <EmptyState icon={<ObjectIcon name={object.icon} size={28} />} title={t('engine.split.pick')} />
      )}
    </div>
  )
}
