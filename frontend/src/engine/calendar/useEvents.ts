/** The records of a span of days, by day; and how one of them is put elsewhere. */

import { useCallback, useEffect, useMemo } from 'react'
import { toast } from '@/design'
import { currentTimezone, formatDate, formatDateTime } from '@/platform/format'
import { t } from '@/platform/i18n'
import { useWatch } from '@/platform/live'
import { titleOf } from '@/platform/meta'
import type { ObjectMeta } from '@/platform/types'
import { listSource, useListView } from '../data/list'
import { saveRecord } from '../data/save'
import { records, useRecs } from '../data/store'
import { askedFields } from '../list/columns'
import { spanFilter } from '../list/grouping'
import type { ListPlan } from '../list/useListPlan'
import { findField } from '../meta/paths'
import { allOf } from '../query/types'
import { type CalendarFields, type Move, movedValues, type Slot, slotOf } from './time'

export const MOST = 1000
const PAGE = 200

export function useEvents(object: ObjectMeta, plan: ListPlan, fields: CalendarFields, from: string, until: string) {
  useWatch(object.name)
  const zone = currentTimezone()
  const { at, end, allDay } = fields
  const source = useMemo(() => {
    const names = [at, end, allDay, colorField(object)].flatMap((field) => field?.name ?? [])
    const where = allOf(plan.where, spanFilter(at, from, until))
    return listSource(
      object.name,
      {
        ...(where ? { where } : {}),
        ...(plan.search ? { search: plan.search } : {}),
        sort: [{ by: at.name }],
        fields: askedFields(object, [], names),
      },
      PAGE,
    )
  }, [object, plan.where, plan.search, at, end, allDay, from, until])
  const view = useListView(source)
  useEffect(() => {
    source.see(0, view.ids.length)
    if (!view.complete && !view.error && view.ids.length < MOST) void source.loadMore()
  }, [source, view])
  const recs = useRecs(object.name, view.ids)
  const byDay = useMemo(() => {
    const days = new Map<string, Slot[]>()
    for (const rec of recs) {
      const slot = slotOf(fields, rec, zone)
      if (slot) days.set(slot.day, [...(days.get(slot.day) ?? []), slot])
    }
    for (const slots of days.values()) slots.sort((one, other) => (one.from ?? -1) - (other.from ?? -1))
    return days
  }, [recs, fields, zone])
  return { byDay, view, source }
}

/** The choice whose colour a record wears on the calendar: its board field, else its first choice. */
export function colorField(object: ObjectMeta) {
  const named = object.board_field ? findField(object, object.board_field) : undefined
  return named?.kind === 'choice' ? named : object.fields.find((field) => field.kind === 'choice')
}

/** Puts a record elsewhere, with the way back in a toast. */
export function useMoveEvent(object: ObjectMeta, fields: CalendarFields) {
  return useCallback(
    async (id: string, move: Move): Promise<void> => {
      const rec = records.view(object.name, id)
      if (!rec || (move.days === 0 && move.minutes === 0)) return
      const values = movedValues(fields, rec, move, currentTimezone())
      const before = Object.fromEntries(Object.keys(values).map((name) => [name, rec[name] ?? null]))
      const saved = await saveRecord(object, id, values)
      if (!saved) return
      const value = String(saved[fields.at.name] ?? '')
      const day = fields.at.kind === 'date' ? formatDate(value) : formatDateTime(value)
      toast({
        text: t('engine.calendar.moved', { name: titleOf(object, saved), day }),
        undo: async () => {
          await saveRecord(object, id, before)
        },
      })
    },
    [object, fields],
  )
}
