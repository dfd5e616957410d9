/** Moving a card: shown at once, saved, taken back by the undo toast or when the server refuses. */

import {
  type DragEndEvent,
  type DragStartEvent,
  KeyboardSensor,
  MouseSensor,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { toast } from '@/design'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { titleOf } from '@/platform/meta'
import type { FieldMeta, ObjectMeta } from '@/platform/types'
import type { ListSource } from '../data/ListSource'
import { saveRecord, type Values } from '../data/save'
import { records } from '../data/store'
import { groupKey } from '../list/rows'
import { announcements, columnJump } from './keyboard'
import { type BoardPlan, type Lane, missingFor } from './lanes'

export interface Need {
  readonly fields: readonly FieldMeta[]
  readonly values: Values
  readonly title: string
  readonly onDone: (values: Values | null) => void
}

export function useMove(object: ObjectMeta, board: BoardPlan | undefined, sources: readonly ListSource[]) {
  const [dragged, setDragged] = useState<string>()
  const [needs, setNeeds] = useState<Need>()
  const client = useQueryClient()
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: columnJump }),
  )
  const sourceOf = (key: string | null): ListSource | undefined =>
    sources[board?.lanes.findIndex((lane) => lane.key === key) ?? -1]

  const place = (id: string, from: string | null, to: string | null, at = 0): void => {
    sourceOf(from)?.remove([id])
    sourceOf(to)?.insert(id, at)
  }
  const save = async (id: string, from: string | null, lane: Lane, more: Values): Promise<void> => {
    if (!board) return
    const before = records.view(object.name, id)?.[board.field.name] ?? null
    const at = Math.max(0, sourceOf(from)?.get().ids.indexOf(id) ?? 0)
    place(id, from, lane.key)
    const saved = await saveRecord(object, id, { ...more, [board.field.name]: lane.value })
    void client.invalidateQueries({ queryKey: keys.aggregate(object.name) })
    if (!saved) return place(id, lane.key, from, at)
    const back = async (): Promise<void> => {
      place(id, lane.key, from, at)
      if (!(await saveRecord(object, id, { [board.field.name]: before }))) place(id, from, lane.key)
    }
    const name = titleOf(object, saved)
    toast({
      text: t('engine.board.moved', { name, column: lane.label ?? t('engine.board.empty') }),
      undo: back,
    })
  }
  const moveTo = (id: string, lane: Lane): void => {
    const rec = records.view(object.name, id)
    if (!board || !rec) return
    const from = groupKey(rec[board.field.name]) || null
    if (from === lane.key) return
    const fields = missingFor(object, lane.option, rec)
    if (fields.length === 0) return void save(id, from, lane, {})
    setNeeds({
      fields,
      values: { ...rec, [board.field.name]: lane.value },
      title: t('engine.board.needs', { column: lane.label ?? '' }),
      onDone: (values) => {
        setNeeds(undefined)
        if (values) void save(id, from, lane, values)
      },
    })
  }
  return {
    sensors,
    dragged,
    needs,
    accessibility: announcements(object, board),
    onDragStart: ({ active }: DragStartEvent) => setDragged(String(active.id)),
    onDragCancel: () => setDragged(undefined),
    onDragEnd: ({ active, over }: DragEndEvent) => {
      setDragged(undefined)
      const lane = board?.lanes.find((each) => laneId(each) === over?.id)
      if (lane) moveTo(String(active.id), lane)
    },
  }
}

export const laneId = (lane: Lane): string => `lane:${lane.key ?? ''}`
