/** Moving cards without a mouse: the arrow keys go from column to column, and each step is said aloud. */

import type { Active, Announcements, KeyboardCoordinateGetter, Over } from '@dnd-kit/core'
import { t } from '@/platform/i18n'
import { titleOf } from '@/platform/meta'
import type { ObjectMeta } from '@/platform/types'
import { records } from '../data/store'
import type { BoardPlan } from './lanes'
import { laneId } from './useMove'

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -1, ArrowDown: 1 }

/** The next column to the left or right, by where the columns stand on the screen. */
export const columnJump: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const step = STEPS[event.code]
  if (!step) return undefined
  event.preventDefault()
  const columns = [...context.droppableRects.values()].sort((one, other) => one.left - other.left)
  const middle = (context.collisionRect?.left ?? currentCoordinates.x) + (context.collisionRect?.width ?? 0) / 2
  const at = columns.findIndex((rect) => middle < rect.right)
  const target = columns[Math.min(columns.length - 1, Math.max(0, at + step))]
  return target ? { x: target.left + 8, y: target.top + 48 } : undefined
}

export function announcements(object: ObjectMeta, board: BoardPlan | undefined) {
  const card = (active: Active): string => {
    const rec = records.view(object.name, String(active.id))
    return rec ? titleOf(object, rec) : ''
  }
  const column = (over: Over | null): string => {
    const lane = board?.lanes.find((each) => laneId(each) === over?.id)
    return lane?.label ?? t('engine.board.empty')
  }
  const said: Announcements = {
    onDragStart: ({ active }) => t('engine.board.said.lifted', { name: card(active) }),
    onDragOver: ({ active, over }) => t('engine.board.said.over', { name: card(active), column: column(over) }),
    onDragEnd: ({ active, over }) => t('engine.board.said.dropped', { name: card(active), column: column(over) }),
    onDragCancel: ({ active }) => t('engine.board.said.cancelled', { name: card(active) }),
  }
  return { announcements: said, screenReaderInstructions: { draggable: t('engine.board.said.how') } }
}
