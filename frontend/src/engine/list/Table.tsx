/** The list on a desk: a grid of which only the rows and columns in sight are drawn. */

import { type ClipboardEvent, type CSSProperties, type KeyboardEvent, type RefObject, useEffect, useRef } from 'react'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import { isComposing } from '../parts/keys'
import { copyText } from './copy'
import { GroupHeading } from './GroupHeading'
import { type HeaderActs, HeaderRow } from './HeaderRow'
import { cellId } from './ids'
import { MoreFailed } from './MoreFailed'
import { Row } from './Row'
import type { Line } from './rows'
import classes from './table.module.css'
import { useColumnPlaces } from './useColumnPlaces'
import type { Cursor } from './useCursor'
import type { ListPlan } from './useListPlan'
import { useRowHeight } from './useRowHeight'
import type { ListRows } from './useRows'
import type { Selection } from './useSelection'
import { useWindow } from './useWindow'

export interface TableProps {
  readonly object: ObjectMeta
  readonly plan: ListPlan
  readonly rows: ListRows
  readonly selection: Selection
  readonly cursor: Cursor
  readonly acts: HeaderActs
  readonly onPeek: (id: string) => void
  readonly scrollTo: RefObject<(id: string) => void>
}

const HEAD_LESS = 4

export function Table(props: TableProps) {
  const { object, plan, rows, selection, cursor } = props
  const { lines, see } = rows
  const box = useRef<HTMLDivElement>(null)
  const rowHeight = useRowHeight()
  const { range, scrollTo } = useWindow(box, lines.length, rowHeight, rowHeight - HEAD_LESS)
  const places = useColumnPlaces(box, object, plan)
  useEffect(() => see(range.first, range.end - 1), [see, range.first, range.end])
  useEffect(() => {
    props.scrollTo.current = (id) => scrollTo(lines.placeOf(id))
  }, [props.scrollTo, scrollTo, lines])
  const shown = Array.from({ length: Math.max(0, range.end - range.first) }, (_, at) => range.first + at)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table element cannot draw only the rows in sight
    <div
      ref={box}
      className={classes.scroll}
      role="grid"
      tabIndex={0}
      aria-label={object.plural}
      aria-multiselectable
      aria-rowcount={rows.capped || rows.total === null ? -1 : rows.total + 1}
      aria-colcount={plan.columns.length + 1}
      aria-busy={rows.status === 'loading'}
      aria-activedescendant={cursor.spot ? cellId(cursor.spot.id, cursor.spot.column) : undefined}
      data-list-grid
      style={{ '--cols': places.template } as CSSProperties}
      onKeyDown={(event) => onArrow(event, cursor, selection)}
      onCopy={(event) => onCopy(event, props)}
    >
      <HeaderRow
        object={object}
        plan={plan}
        places={places}
        chosen={chosenOf(selection, rows.order.length)}
        select={selection.acts}
        acts={props.acts}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div className={classes.body} role="rowgroup" style={{ height: lines.length * rowHeight }}>
        {shown.map((at) => {
          const line = lines.at(at)
          const top = at * rowHeight
          if (!line) return null
          if (line.type === 'heading') {
            return rows.groups ? (
              <GroupHeading
                key={keyOf(line)}
                top={top}
                object={object}
                plan={plan}
                group={line.group}
                groups={rows.groups}
              />
            ) : null
          }
          if (line.type === 'waiting') {
            return <Waiting key={keyOf(line)} top={top} />
          }
          const here = cursor.spot?.id === line.id
          return (
            <Row
              key={keyOf(line)}
              top={top}
              index={at}
              id={line.id}
              object={object}
              columns={plan.columns}
              places={places}
              hold={rows.hold}
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
      {rows.loadingMore ? (
        <div className={classes.more} role="status">
          {t('engine.list.loading')}
        </div>
      ) : null}
      <MoreFailed rows={rows} />
    </div>
  )
}

function chosenOf({ all, ids }: Selection, loaded: number): 'none' | 'some' | 'all' {
  if (all || (ids.size > 0 && ids.size >= loaded)) return 'all'
  return ids.size > 0 ? 'some' : 'none'
}

const Waiting = ({ top }: { readonly top: number }) => (
  <div className={classes.waiting} style={{ transform: `translateY(${top}px)` }} aria-hidden />
)

function keyOf(line: Line): string {
  if (line.type === 'record') return line.id
  return line.type === 'heading' ? `heading:${line.group.path}` : `waiting:${line.path}:${line.at}`
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

function onArrow(event: KeyboardEvent, cursor: Cursor, selection: Selection): void {
  const step = ARROWS[event.key]
  if (!step || isComposing(event) || event.metaKey || event.ctrlKey || belongsElsewhere(event.target)) return
  event.preventDefault()
  const from = cursor.spot?.id
  const to = cursor.acts.move(...step)
  if (event.shiftKey && step[0] !== 0 && from && to) selection.acts.stretch(from, to.id)
}

/** What is copied: the selected rows as a table, else the cell that the cursor is on. */
function onCopy(event: ClipboardEvent, { object, plan, rows, selection, cursor }: TableProps): void {
  if (belongsElsewhere(event.target) || window.getSelection()?.toString()) return
  const ids = rows.order.filter((id) => selection.all || selection.ids.has(id))
  const text = copyText(object, plan.columns, ids, cursor.spot)
  if (text === undefined) return
  event.preventDefault()
  event.clipboardData.setData('text/plain', text)
}
