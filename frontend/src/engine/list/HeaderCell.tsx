/** The head of one column. */

import {
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconChevronDown,
  IconEyeOff,
  IconFilter,
  IconLayoutRows,
  IconPin,
  IconPinnedOff,
  IconSortAscending,
  IconSortDescending,
} from '@tabler/icons-react'
import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { Menu } from '@/design'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import { uiOf } from '../fields/registry'
import type { SortKey } from '../query/types'
import { toggleSort } from '../query/url'
import { keepWidths, MOST_PINS, NARROWEST, type PlanColumn, setWidth, useWidths, WIDEST, widthKey } from './columns'
import classes from './table.module.css'
import type { ListPlan } from './useListPlan'

interface HeaderCellProps {
  readonly object: ObjectMeta
  readonly column: PlanColumn
  readonly first: boolean
  readonly at: number
  /** Where it stays while the others scroll by; nothing when it scrolls with them. */
  readonly left: number | undefined
  /** The last of those that stay. */
  readonly edge: boolean
  readonly plan: ListPlan
  readonly onSort: (sort: readonly SortKey[]) => void
  readonly onFilter: () => void
  readonly onGroup: (path: string | null) => void
  readonly onHide: () => void
  /** Keeps the columns up to this one in sight, or lets this one go. */
  readonly onPin: () => void
  readonly onMove: (by: number) => void
  readonly onDrop: (path: string) => void
}

const DRAG_TYPE = 'application/x-kith-column'

export function HeaderCell(props: HeaderCellProps) {
  const { column, first, at, left, edge, plan, onSort, onMove, onDrop } = props
  const [over, setOver] = useState(false)
  const key = plan.sort.find((each) => each.by === column.path)
  const sortable = column.field.sortable !== false
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid that draws only the rows in sight
    <div
      role="columnheader"
      tabIndex={-1}
      aria-sort={key ? (key.desc ? 'descending' : 'ascending') : 'none'}
      className={classes.head}
      data-first={first || undefined}
      data-pinned={left === undefined ? undefined : edge ? 'edge' : 'yes'}
      style={{ gridColumn: at + 2, ...(left === undefined ? {} : { left }) }}
      data-over={over || undefined}
      data-end={uiOf(column.field).align === 'end' || undefined}
      draggable={!first}
      onDragStart={(event) => event.dataTransfer.setData(DRAG_TYPE, column.path)}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAG_TYPE)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false)
        onDrop(event.dataTransfer.getData(DRAG_TYPE))
      }}
    >
      <button
        type="button"
        className={classes.headLabel}
        disabled={!sortable}
        title={column.field.help || column.field.label}
        aria-keyshortcuts={first ? undefined : 'Alt+ArrowLeft Alt+ArrowRight'}
        onClick={(event) => onSort(toggleSort(plan.sort, column.path, event.shiftKey))}
        onKeyDown={(event) => {
          if (!event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
          event.preventDefault()
          onMove(event.key === 'ArrowLeft' ? -1 : 1)
        }}
      >
        <span>{column.field.label}</span>
        {key ? (
          <SortMark desc={Boolean(key.desc)} place={plan.sort.length > 1 ? plan.sort.indexOf(key) + 1 : 0} />
        ) : null}
      </button>
      <HeaderMenu {...props} sortable={sortable} />
      <ResizeHandle object={props.object} column={column} />
    </div>
  )
}

function SortMark({ desc, place }: { desc: boolean; place: number }) {
  return (
    <span className={classes.mark}>
      {desc ? <IconArrowDown size={14} aria-hidden /> : <IconArrowUp size={14} aria-hidden />}
      {place || null}
    </span>
  )
}

function HeaderMenu(props: HeaderCellProps & { sortable: boolean }) {
  const { column, first, left, at, plan, sortable, onSort, onFilter, onGroup, onPin, onMove, onHide } = props
  const { field, path } = column
  const grouped = plan.group?.split(':')[0] === path
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <button type="button" className={classes.headMenu} aria-label={t('engine.column.menu', { field: field.label })}>
          <IconChevronDown size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {sortable ? (
          <>
            <Menu.Item leftSection={<IconSortAscending size={16} />} onClick={() => onSort([{ by: path }])}>
              {t('engine.column.sort_up')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconSortDescending size={16} />}
              onClick={() => onSort([{ by: path, desc: true }])}
            >
              {t('engine.column.sort_down')}
            </Menu.Item>
          </>
        ) : null}
        {field.operators?.length === 0 ? null : (
          <Menu.Item leftSection={<IconFilter size={16} />} onClick={onFilter}>
            {t('engine.column.filter')}
          </Menu.Item>
        )}
        {field.groupable && !path.includes('.') ? (
          <Menu.Item leftSection={<IconLayoutRows size={16} />} onClick={() => onGroup(grouped ? null : path)}>
            {t(grouped ? 'engine.column.ungroup' : 'engine.column.group')}
          </Menu.Item>
        ) : null}
        {at < MOST_PINS ? (
          <Menu.Item
            leftSection={left === undefined || first ? <IconPin size={16} /> : <IconPinnedOff size={16} />}
            disabled={first && plan.pins === 1}
            onClick={onPin}
          >
            {t(left === undefined || first ? 'engine.column.pin' : 'engine.column.unpin')}
          </Menu.Item>
        ) : null}
        {first ? null : (
          <>
            <Menu.Item leftSection={<IconArrowLeft size={16} />} disabled={at === 1} onClick={() => onMove(-1)}>
              {t('engine.column.move_left')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowRight size={16} />}
              disabled={at === plan.columns.length - 1}
              onClick={() => onMove(1)}
            >
              {t('engine.column.move_right')}
            </Menu.Item>
          </>
        )}
        {first ? null : (
          <Menu.Item leftSection={<IconEyeOff size={16} />} onClick={onHide}>
            {t('engine.column.hide')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -16, ArrowRight: 16 }

function ResizeHandle({ object, column }: { object: ObjectMeta; column: PlanColumn }) {
  const widths = useWidths()
  const width = widths[widthKey(object.name, column.path)] ?? column.width
  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    event.preventDefault()
    const { clientX, currentTarget, pointerId } = event
    currentTarget.setPointerCapture(pointerId)
    const move = (moved: globalThis.PointerEvent): void =>
      setWidth(object.name, column.path, width + moved.clientX - clientX)
    currentTarget.addEventListener('pointermove', move)
    currentTarget.addEventListener(
      'lostpointercapture',
      () => {
        currentTarget.removeEventListener('pointermove', move)
        keepWidths()
      },
      { once: true },
    )
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key]
    if (!step) return
    event.preventDefault()
    setWidth(object.name, column.path, width + step)
    keepWidths()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be dragged
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('engine.column.resize', { field: column.field.label })}
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      className={classes.resize}
      onPointerDown={drag}
      onKeyDown={onKeyDown}
    />
  )
}
