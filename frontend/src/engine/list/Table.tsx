/** The list on a desk: a grid of which only the rows in sight are drawn. */

import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import type { ListSource, ListView } from '../data/ListSource'
import { isComposing } from '../parts/keys'
import { useWidths, widthKey } from './columns'
import { GroupHeading, type GroupTotals } from './GroupHeading'
import { type HeaderActs, HeaderRow } from './HeaderRow'
import { cellId } from './ids'
import { MoreFailed } from './MoreFailed'
import { Row } from './Row'
import type { Line } from './rows'
import classes from './table.module.css'
import type { Cursor } from './useCursor'
import type { ListPlan } from './useListPlan'
import { useRowHeight } from './useRowHeight'
import type { Selection } from './useSelection'

export interface TableProps {
  readonly object: ObjectMeta
  readonly plan: ListPlan
  readonly source: ListSource
  readonly view: ListView
  readonly lines: readonly Line[]
  readonly totals: GroupTotals | undefined
  readonly selection: Selection
  readonly cursor: Cursor
  readonly acts: HeaderActs
  readonly onFold: (key: string) => void
  readonly onPeek: (id: string) => void
  readonly scrollTo: React.RefObject<(row: number) => void>
}

const AHEAD = 60

export function Table(props: TableProps) {
  const { object, plan, source, view, lines, selection, cursor } = props
  const box = useRef<HTMLDivElement>(null)
  const rowHeight = useRowHeight()
  const widths = useWidths()
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => keyOf(lines[index]) ?? index,
    overscan: 10,
    scrollPaddingStart: rowHeight,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another height means other places
  useEffect(() => rows.measure(), [rows, rowHeight])
  const shown = rows.getVirtualItems()
  useLoading(source, view, lines, shown[0]?.index ?? 0, shown.at(-1)?.index ?? 0)
  const lineOf = useMemo(
    () => new Map(lines.map((line, at) => [line.type === 'record' ? line.index : -1, at])),
    [lines],
  )
  useEffect(() => {
    props.scrollTo.current = (row) => rows.scrollToIndex(lineOf.get(row) ?? row)
  }, [props.scrollTo, rows, lineOf])

  const template = useMemo(
    () =>
      [
        'var(--check-w)',
        ...plan.columns.map((c) => `${widths[widthKey(object.name, c.path)] ?? c.width}px`),
        '1fr',
      ].join(' '),
    [plan.columns, widths, object.name],
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot draw only the rows in sight
    <div
      ref={box}
      className={classes.scroll}
      role="grid"
      tabIndex={0}
      aria-label={object.plural}
      aria-multiselectable
      aria-rowcount={view.capped || view.total === null ? -1 : view.total + 1}
      aria-colcount={plan.columns.length + 1}
      aria-busy={view.status === 'loading'}
      aria-activedescendant={cursor.spot ? cellId(cursor.spot.id, cursor.spot.column) : undefined}
      data-list-grid
      style={{ '--cols': template } as CSSProperties}
      onKeyDown={(event) => onArrow(event, cursor)}
    >
      <HeaderRow
        object={object}
        plan={plan}
        loaded={view.ids.length}
        chosen={selection.all ? view.ids.length : selection.ids.size}
        select={selection.acts}
        acts={props.acts}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div className={classes.body} role="rowgroup" style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, start, key }) => {
          const line = lines[index]
          if (!line) return null
          if (line.type === 'heading') {
            return <GroupHeading key={key} top={start} line={line} {...props} />
          }
          const here = cursor.spot?.id === line.id
          return (
            <Row
              key={key}
              top={start}
              index={line.index}
              id={line.id}
              object={object}
              columns={plan.columns}
              source={source}
              selected={selection.all || selection.ids.has(line.id)}
              column={here ? cursor.spot?.column : undefined}
              editing={here && cursor.editing}
              peeked={plan.peek === line.id}
              cursor={cursor.acts}
              select={selection.acts}
              onPeek={props.onPeek}
            />
          )
        })}
      </div>
      {view.loadingMore ? (
        <div className={classes.more} role="status">
          {t('engine.list.loading')}
        </div>
      ) : null}
      <MoreFailed source={source} view={view} />
    </div>
  )
}

const keyOf = (line: Line | undefined): string | undefined =>
  line && (line.type === 'record' ? line.id : `heading:${line.key}`)

/** Tells the source what is in sight and fetches on before the end is reached. */
function useLoading(source: ListSource, view: ListView, lines: readonly Line[], first: number, last: number): void {
  useEffect(() => {
    const rowAt = (at: number): number => {
      const line = lines[at]
      return line?.type === 'record' ? line.index : at
    }
    source.see(rowAt(first), rowAt(last))
    if (last >= lines.length - AHEAD && !view.complete && !view.error) void source.loadMore()
  }, [source, view, lines, first, last])
}

/** A key pressed in a field, on a button or on a column's edge is meant for it. */
const belongsElsewhere = (target: EventTarget): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, button, a, [contenteditable], [role="separator"]') !== null

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  PageDown: [15, 0],
  PageUp: [-15, 0],
}

function onArrow(event: KeyboardEvent, cursor: Cursor): void {
  const step = ARROWS[event.key]
  if (!step || isComposing(event) || event.metaKey || event.ctrlKey || belongsElsewhere(event.target)) return
  event.preventDefault()
  cursor.acts.move(...step)
}
