/** Dragging by mouse, finger and keyboard, for the parts of a layout; only what fits lies under what is dragged. */

import {
  type CollisionDetection,
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { sortableKeyboardCoordinates, useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { IconGripVertical } from '@tabler/icons-react'
import type { CSSProperties, ReactNode } from 'react'
import { t } from '@/platform/i18n'
import { ACCEPTS, kindOf } from './drag'
import classes from './layout.module.css'

const FITTING: CollisionDetection = (args) => {
  const accepted = ACCEPTS[kindOf(String(args.active.id))]
  const droppableContainers = args.droppableContainers.filter(({ id }) => accepted.includes(kindOf(String(id))))
  return closestCenter({ ...args, droppableContainers })
}

export interface SortingProps {
  readonly onMove: (active: string, over: string) => void
  /** What an id is called, for those who hear the drag instead of seeing it. */
  readonly nameOf: (id: string) => string
  readonly children: ReactNode
}

export function Sorting({ onMove, nameOf, children }: SortingProps) {
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const move = ({ active, over }: DragEndEvent) => {
    if (over && over.id !== active.id) onMove(String(active.id), String(over.id))
  }
  const say = (key: string) => (event: { active: { id: unknown }; over?: { id: unknown } | null }) =>
    t(key, { name: nameOf(String(event.active.id)), place: event.over ? nameOf(String(event.over.id)) : '–' })
  const announcements = {
    onDragStart: say('layout.say.start'),
    onDragOver: say('layout.say.over'),
    onDragEnd: say('layout.say.end'),
    onDragCancel: say('layout.say.cancel'),
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={FITTING}
      onDragEnd={move}
      accessibility={{ announcements, screenReaderInstructions: { draggable: t('layout.say.how') } }}
    >
      {children}
    </DndContext>
  )
}

export interface SortableParts {
  readonly ref: (element: HTMLElement | null) => void
  readonly style: CSSProperties
  readonly dragging: boolean
  readonly grip: ReactNode
}

/** What a part needs to be dragged: its place in the page, and the handle. */
export function usePart(id: string, name: string): SortableParts {
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } = useSortable({
    id,
  })
  const grip = (
    <button
      type="button"
      ref={setActivatorNodeRef}
      className={classes.grip}
      {...attributes}
      {...listeners}
      aria-label={t('layout.move', { name })}
    >
      <IconGripVertical size={16} aria-hidden />
    </button>
  )
  const style = { transform: CSS.Translate.toString(transform), ...(transition ? { transition } : {}) }
  return { ref: setNodeRef, style, dragging: isDragging, grip }
}
