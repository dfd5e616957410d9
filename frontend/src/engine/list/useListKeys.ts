/** The keys of a list: j/k, Enter, Space, e, x, Escape, and select-all. */

import { useNavigate } from '@tanstack/react-router'
import { recordPath } from '@/platform/paths'
import { useShortcut } from '@/platform/shortcuts'
import type { ObjectMeta } from '@/platform/types'
import { saveRecord } from '../data/save'
import { records } from '../data/store'
import { uiOf } from '../fields/registry'
import { canEdit } from './Cell'
import type { Cursor } from './useCursor'
import type { ListPlan } from './useListPlan'
import type { Selection } from './useSelection'

interface ListKeys {
  readonly object: ObjectMeta
  readonly plan: ListPlan
  readonly cursor: Cursor
  readonly selection: Selection
  readonly onPeek: (id: string | undefined) => void
}

const GROUP = { group: 'engine.keys.list' }

export function useListKeys({ object, plan, cursor, selection, onPeek }: ListKeys): void {
  const navigate = useNavigate()
  const { spot, acts } = cursor
  useShortcut('j', 'engine.keys.down', () => acts.move(1, 0), GROUP)
  useShortcut('k', 'engine.keys.up', () => acts.move(-1, 0), GROUP)
  useShortcut(
    'Enter',
    'engine.keys.open',
    (event) => {
      if (!spot || isControl(event)) return
      const column = plan.columns[spot.column]
      if (spot.column > 0 && column && canEdit(object, column)) edit(object, plan, cursor)
      else void navigate({ to: recordPath(object.name, spot.id) })
    },
    GROUP,
  )
  useShortcut(
    ' ',
    'engine.keys.peek',
    (event) => {
      if (spot && !isControl(event)) onPeek(plan.peek === spot.id ? undefined : spot.id)
    },
    GROUP,
  )
  useShortcut(
    'mod+Enter',
    'engine.keys.open_record',
    () => {
      if (spot) void navigate({ to: recordPath(object.name, spot.id) })
    },
    GROUP,
  )
  useShortcut('F2', 'engine.keys.edit', () => edit(object, plan, cursor), GROUP)
  useShortcut('e', 'engine.keys.edit', () => edit(object, plan, cursor), GROUP)
  useShortcut('x', 'engine.keys.select', () => spot && selection.acts.toggle(spot.id), GROUP)
  useShortcut('mod+a', 'engine.keys.select_all', () => selection.acts.selectLoaded(), GROUP)
  useShortcut(
    'Escape',
    'engine.keys.leave',
    () => {
      if (plan.peek) onPeek(undefined)
      else if (selection.ids.size > 0) selection.acts.clear()
      else acts.leave()
    },
    GROUP,
  )
}

/** A key pressed on a button or a link belongs to it. */
function isControl({ target }: KeyboardEvent): boolean {
  return target instanceof HTMLElement && target.closest('a, button, [role="option"], summary') !== null
}

function edit(object: ObjectMeta, plan: ListPlan, { spot, acts }: Cursor): void {
  const column = spot && plan.columns[spot.column]
  if (!spot || !column || !canEdit(object, column)) return
  if (uiOf(column.field).inline !== 'toggle') {
    acts.edit(true)
    return
  }
  const value = records.view(object.name, spot.id)?.[column.path]
  void saveRecord(object, spot.id, { [column.path]: !value }, { undo: true })
}
