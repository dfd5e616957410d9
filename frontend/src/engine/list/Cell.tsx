/** One cell: shows its value, and turns into its editor in place. */

import { IconPencil } from '@tabler/icons-react'
import { type MouseEvent, type ReactNode, useEffect } from 'react'
import { t } from '@/platform/i18n'
import type { ObjectMeta, Rec } from '@/platform/types'
import { saveRecord } from '../data/save'
import { FieldValue } from '../fields/FieldValue'
import { InlineEditor, type Next } from '../fields/InlineEditor'
import { LEADS_AWAY } from '../fields/leads'
import { uiOf } from '../fields/registry'
import { isWritable } from '../meta/paths'
import { isEmpty } from '../store/entry'
import type { PlanColumn } from './columns'
import { cellId } from './ids'
import classes from './table.module.css'
import type { CursorActs } from './useCursor'

interface CellProps {
  readonly object: ObjectMeta
  readonly id: string
  readonly rec: Rec
  readonly column: PlanColumn
  readonly at: number
  readonly active: boolean
  readonly editing: boolean
  /** When somebody else has just changed this value. */
  readonly fresh: number | undefined
  readonly cursor: CursorActs
  /** Where it stays while the others scroll by; nothing when it scrolls with them. */
  readonly left: number | undefined
  /** The last of those that stay. */
  readonly edge: boolean
  readonly hold: (id: string) => () => void
  /** The mouse or the keyboard is on this row: its buttons are wanted. */
  readonly handled: boolean
  readonly children?: ReactNode
}

export function Cell(props: CellProps) {
  const { object, id, rec, column, at, active, editing, fresh, cursor, left, edge, handled, children } = props
  const { field, path } = column
  const writable = canEdit(object, column)
  const value = rec[path]
  const onClick = (event: MouseEvent<HTMLElement>): void => {
    if ((event.target as HTMLElement).closest('[data-stop], button, input')) return
    if (!writable || !active) {
      cursor.to(id, at)
      event.currentTarget.closest<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true })
    } else if (uiOf(field).inline === 'toggle') void saveRecord(object, id, { [path]: !value }, { undo: true })
    else cursor.edit(true)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid that draws only the rows in sight
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid handles the keys for the active cell
    <div
      id={cellId(id, at)}
      role="gridcell"
      tabIndex={-1}
      aria-colindex={at + 2}
      aria-readonly={!writable}
      className={classes.cell}
      data-first={at === 0 || undefined}
      data-pinned={left === undefined ? undefined : edge ? 'edge' : 'yes'}
      style={{ gridColumn: at + 2, ...(left === undefined ? {} : { left }) }}
      data-active={active || undefined}
      data-editing={editing || undefined}
      data-end={uiOf(field).align === 'end' || undefined}
      onClick={onClick}
      onDoubleClick={() => writable && uiOf(field).inline !== 'toggle' && cursor.edit(true)}
    >
      {fresh ? <span key={fresh} className={classes.glow} aria-hidden /> : null}
      {editing && writable ? (
        <Editing {...props} />
      ) : (
        (children ?? <FieldValue field={field} value={value} empty={NOTHING} />)
      )}
      {handled && writable && !editing && (at === 0 || (LEADS_AWAY.has(field.kind) && !isEmpty(value))) ? (
        <button
          type="button"
          tabIndex={-1}
          className={classes.pencil}
          aria-label={t('engine.list.edit', { field: field.label })}
          onClick={() => {
            cursor.to(id, at)
            cursor.edit(true)
          }}
        >
          <IconPencil size={14} aria-hidden />
        </button>
      ) : null}
    </div>
  )
}

const NOTHING = <span className={classes.nothing} aria-hidden />

function Editing({ object, id, rec, column, cursor, hold }: CellProps) {
  useEffect(() => hold(id), [hold, id])
  const close = (next: Next): void => {
    cursor.edit(false)
    const [rows, columns] = STEPS[next]
    if (rows || columns) cursor.move(rows, columns)
    document.querySelector<HTMLElement>('[data-list-grid]')?.focus({ preventScroll: true })
  }
  return <InlineEditor object={object} id={id} field={column.field} values={rec} onClose={close} />
}

const STEPS: Readonly<Record<Next, readonly [number, number]>> = {
  down: [1, 0],
  right: [0, 1],
  left: [0, -1],
  stay: [0, 0],
}

export const canEdit = (object: ObjectMeta, { field, path }: PlanColumn): boolean =>
  Boolean(object.rights.update) && !path.includes('.') && isWritable(field) && uiOf(field).inline !== 'none'
