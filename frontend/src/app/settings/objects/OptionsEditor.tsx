/** The options of a choice: names, colours, order; an option in use is retired, not deleted. */

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
import { IconPlus } from '@tabler/icons-react'
import { useRef } from 'react'
import { Button, Field, OPTION_COLORS } from '@/design'
import { t } from '@/platform/i18n'
import type { OptionMeta } from '@/platform/types'
import { OptionRow } from './OptionRow'
import classes from './objects.module.css'

export interface OptionsEditorProps {
  readonly options: readonly OptionMeta[]
  readonly onChange: (options: readonly OptionMeta[]) => void
  readonly error?: string | undefined
}

export function OptionsEditor({ options, onChange, error }: OptionsEditorProps) {
  const ids = useRowIds(options.length)
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const move = ({ active, over }: DragEndEvent) => {
    if (!over || active.id === over.id) return
    const [from, to] = [ids.list.indexOf(String(active.id)), ids.list.indexOf(String(over.id))]
    ids.list = arrayMove([...ids.list], from, to)
    onChange(arrayMove([...options], from, to))
  }
  const change = (index: number, option: OptionMeta | null) => {
    if (!option) ids.list = ids.list.filter((_, at) => at !== index)
    onChange(options.flatMap((each, at) => (at === index ? (option ? [option] : []) : [each])))
  }
  const add = () => onChange([...options, { key: '', label: '', color: nextColor(options) }])
  return (
    <Field label={t('fields.options')} help={t('fields.optionsHelp')} error={error}>
      <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={move}>
        <SortableContext items={[...ids.list]} strategy={verticalListSortingStrategy}>
          <ul className={classes.options}>
            {options.map((option, index) => (
              <OptionRow
                key={ids.list[index]}
                id={ids.list[index] ?? ''}
                option={option}
                onChange={(next) => change(index, next)}
              />
            ))}
          </ul>
        </SortableContext>
      </DndContext>
      <Button size="sm" icon={<IconPlus size={14} />} onClick={add}>
        {t('fields.optionAdd')}
      </Button>
    </Field>
  )
}

/** Rows need an identity of their own: new options have no key yet and labels change while typing. */
function useRowIds(count: number): { list: readonly string[] } {
  const ids = useRef<{ list: readonly string[] }>({ list: [] }).current
  while (ids.list.length < count) ids.list = [...ids.list, crypto.randomUUID()]
  return ids
}

function nextColor(options: readonly OptionMeta[]): string {
  const used = new Set(options.map((option) => option.color))
  return OPTION_COLORS.find((color) => color !== 'gray' && !used.has(color)) ?? 'gray'
}
