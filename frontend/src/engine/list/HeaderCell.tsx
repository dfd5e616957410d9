/** The head of one column. */

import {
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconEyeOff,
  IconFilter,
  IconLayoutRows,
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
import { keepWidths, NARROWEST, type PlanColumn, setWidth, useWidths, WIDEST, widthKey } from './columns'
import classes from './table.module.css'
import type { ListPlan } from './useListPlan'

interface HeaderCellProps {
  readonly object: ObjectMeta
  readonly column: PlanColumn
  readonly first: boolean
  readonly plan: ListPlan
  readonly onSort: (sort: readonly SortKey[]) => void
  readonly onFilter: () => void
  readonly onGroup: (path: string | null) => void
  readonly onHide: () => void
  readonly onDrop: (path: string) => void
}

const DRAG_TYPE = 'application/x-kith-column'

export function HeaderCell(props: HeaderCellProps) {
  const { column, first, plan, onSort, onDrop } = props
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
        onClick={(event) => onSort(toggleSort(plan.sort, column.path, event.shiftKey))}
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
  const { column, first, plan, sortable, onSort, onFilter, onGroup, onHide } = props
  const { field, path } = column
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
          <Menu.Item
            leftSection={<IconLayoutRows size={16} />}
            onClick={() => onGroup(plan.group === path ? null : path)}
          >
            {t(plan.group === path ? 'engine.column.ungroup' : 'engine.column.group')}
          </Menu.Item>
        ) : null}
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
