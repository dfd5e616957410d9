/** The heads of the columns: sort by a click, drag to reorder, pull the edge to resize, a menu for the rest. */

import { Checkbox } from '@/design'
import { t } from '@/platform/i18n'
import { HeaderCell } from './HeaderCell'
import type { TableProps } from './Table'
import classes from './table.module.css'

export function HeaderRow(props: TableProps) {
  const { object, plan, view, selection, onColumns } = props
  const loaded = view.ids.length
  const chosen = selection.all ? loaded : selection.ids.size
  const paths = plan.columns.map((column) => column.path)
  const moveTo = (path: string, before: string): void => {
    const rest = paths.filter((each) => each !== path)
    rest.splice(Math.max(1, rest.indexOf(before)), 0, path)
    onColumns(rest)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid that draws only the rows in sight
    <div role="rowgroup" className={classes.header}>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="row" tabIndex={-1} aria-rowindex={1} className={classes.headerRow}>
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        <div role="columnheader" tabIndex={-1} className={classes.check}>
          <Checkbox
            aria-label={t('engine.list.select_all')}
            checked={chosen > 0 && chosen >= loaded}
            indeterminate={chosen > 0 && chosen < loaded}
            onChange={() => (chosen > 0 ? selection.acts.clear() : selection.acts.selectLoaded())}
          />
        </div>
        {plan.columns.map((column, index) => (
          <HeaderCell
            key={column.path}
            object={object}
            column={column}
            first={index === 0}
            plan={plan}
            onSort={props.onSort}
            onFilter={() => props.onFilter(column.path)}
            onGroup={props.onGroup}
            onHide={() => onColumns(paths.filter((path) => path !== column.path))}
            onDrop={(path) => moveTo(path, column.path)}
          />
        ))}
        <div className={classes.rest} role="presentation" />
      </div>
    </div>
  )
}
