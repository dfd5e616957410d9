/** Options in an order that people drag, by mouse, finger or keyboard; also those that have no key yet. */

import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { arrayMove, SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { type ReactNode, useRef } from 'react'
import type { OptionMeta } from '@/platform/types'
import classes from './objects.module.css'

export interface OptionSortingProps {
  readonly options: readonly OptionMeta[]
  readonly onChange: (options: readonly OptionMeta[]) => void
  readonly children: (option: OptionMeta, id: string, change: (next: OptionMeta | null) => void) => ReactNode
}

export function OptionSorting({ options, onChange, children }: OptionSortingProps) {
  const ids = useRowIds(options)
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const put = (next: readonly OptionMeta[], order: readonly string[]) => {
    ids.remember(next, order)
    onChange(next)
  }
  const move = ({ active, over }: DragEndEvent) => {
    if (!over || active.id === over.id) return
    const [from, to] = [ids.list.indexOf(String(active.id)), ids.list.indexOf(String(over.id))]
    put(arrayMove([...options], from, to), arrayMove([...ids.list], from, to))
  }
  const change = (index: number) => (next: OptionMeta | null) => {
    if (next) put(options.toSpliced(index, 1, next), ids.list)
    else put(options.toSpliced(index, 1), ids.list.toSpliced(index, 1))
  }
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={move}>
      <SortableContext items={[...ids.list]} strategy={verticalListSortingStrategy}>
        <ul className={classes.options}>
          {options.map((option, index) => children(option, ids.list[index] ?? '', change(index)))}
        </ul>
      </SortableContext>
    </DndContext>
  )
}

interface RowIds {
  readonly list: readonly string[]
  readonly remember: (options: readonly OptionMeta[], list: readonly string[]) => void
}

/** Rows need an identity of their own: new options have no key yet and labels change while typing. */
function useRowIds(options: readonly OptionMeta[]): RowIds {
  const known = useRef<{ options: readonly OptionMeta[]; list: readonly string[] }>({ options: [], list: [] }).current
  if (known.options !== options) {
    const before = new Map(known.options.map((option, index) => [option, known.list[index]]))
    known.list = options.map((option) => before.get(option) ?? crypto.randomUUID())
    known.options = options
  }
  const remember: RowIds['remember'] = (next, list) => {
    known.options = next
    known.list = list
  }
  return { list: known.list, remember }
}
