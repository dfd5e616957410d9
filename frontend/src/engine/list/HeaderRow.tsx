/** The heads of the columns: sort by a click, drag to reorder, pull the edge to resize, a menu for the rest. */

import { memo } from 'react'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import { Tick } from '../parts/Tick'
import type { SortKey } from '../query/types'
import { HeaderCell } from './HeaderCell'
import classes from './table.module.css'
import type { ColumnPlaces } from './useColumnPlaces'
import type { ListPlan } from './useListPlan'
import type { SelectionActs } from './useSelection'

export interface HeaderActs {
  readonly onSort: (sort: readonly SortKey[]) => void
  readonly onColumns: (paths: readonly string[]) => void
  readonly onPins: (pins: number) => void
  readonly onGroup: (path: string | null) => void
  readonly onFilter: (path: string) => void
}

interface HeaderRowProps {
  readonly object: ObjectMeta
  readonly plan: ListPlan
  readonly places: ColumnPlaces
  readonly chosen: 'none' | 'some' | 'all'
  readonly select: SelectionActs
  readonly acts: HeaderActs
}

/** Drawn anew only when something about the columns changes, not with every line that scrolls by. */
export const HeaderRow = memo(function HeaderRow({ object, plan, places, chosen, select, acts }: HeaderRowProps) {
  const paths = plan.columns.map((column) => column.path)
  const moveTo = (path: string, before: string): void => {
    const rest = paths.filter((each) => each !== path)
    rest.splice(Math.max(1, rest.indexOf(before)), 0, path)
    acts.onColumns(rest)
  }
  const moveBy = (from: number, by: number): void => {
    const to = from + by
    if (from < 1 || to < 1 || to >= paths.length) return
    const next = [...paths]
    const [moved] = next.splice(from, 1)
    if (moved) next.splice(to, 0, moved)
    acts.onColumns(next)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid that draws only the rows in sight
    <div role="rowgroup" className={classes.header}>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="row" tabIndex={-1} aria-rowindex={1} className={classes.headerRow}>
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div role="columnheader" tabIndex={-1} className={classes.check}>
          <Tick
            aria-label={t('engine.list.select_all')}
            checked={chosen === 'all'}
            ref={(box) => {
              if (box) box.indeterminate = chosen === 'some'
            }}
            onChange={() => (chosen !== 'none' ? select.clear() : select.selectLoaded())}
          />
        </div>
        {places.drawn.map((index) => {
          const column = plan.columns[index]
          if (!column) return null
          return (
            <HeaderCell
              key={column.path}
              at={index}
              left={places.lefts[index]}
              edge={index === places.pins - 1}
              object={object}
              column={column}
              first={index === 0}
              plan={plan}
              onSort={acts.onSort}
              onFilter={() => acts.onFilter(column.path)}
              onGroup={acts.onGroup}
              onPin={() => acts.onPins(index < places.pins && index > 0 ? index : index + 1)}
              onMove={(by) => moveBy(index, by)}
              onHide={() => acts.onColumns(paths.filter((path) => path !== column.path))}
              onDrop={(path) => moveTo(path, column.path)}
            />
          )
        })}
        <div className={classes.rest} role="presentation" />
      </div>
    </div>
  )
})
