/** Records by day: a month, a week, a day, or what comes next as a list; on a phone the list. */

import {
  DndContext,
  type DragEndEvent,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { IconCalendarOff, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useMemo } from 'react'
import { Banner, Button, EmptyState, ErrorState, IconButton, SegmentedControl, useIsPhone } from '@/design'
import { addDays, addMonths, daysFrom, firstOfMonth, mondayOf, monthWeeks } from '@/lib/days'
import { requestCreate } from '@/platform/create'
import { currentTimezone, today } from '@/platform/format'
import { locale, t } from '@/platform/i18n'
import type { ShapeProps } from '../list/ObjectList'
import { layoutField } from '../list/shapes'
import { SPANS, type Span } from '../query/url'
import { Agenda } from './Agenda'
import classes from './calendar.module.css'
import { Month } from './Month'
import { calendarFields, type Slot, valueAt } from './time'
import { MOST, useEvents, useMoveEvent } from './useEvents'
import { Week } from './Week'

export interface CalendarActs {
  readonly move: (id: string, days: number, minutes?: number) => void
  readonly add: ((day: string, minutes?: number) => void) | undefined
  readonly peek: (id: string) => void
  readonly open: (day: string) => void
}

const AGENDA_DAYS = 42

export function Calendar(props: ShapeProps) {
  const { object, plan } = props
  const at = layoutField(object, 'calendar', plan.group)
  if (at) return <Dated {...props} key={at.name} at={at} />
  return <EmptyState icon={<IconCalendarOff size={28} />} title={t('engine.board.none')} />
}

function Dated({
  object,
  plan,
  change,
  onPeek,
  at,
}: ShapeProps & { readonly at: NonNullable<ReturnType<typeof layoutField>> }) {
  const phone = useIsPhone()
  const fields = useMemo(() => calendarFields(object, at), [object, at])
  const now = today()
  const span: Span = phone ? (plan.span === 'month' ? 'month' : 'agenda') : (plan.span ?? 'month')
  const day = plan.day ?? now
  const [from, until] = spanOf(span, day)
  const { byDay, view, source } = useEvents(object, plan, fields, from, until)
  const moveEvent = useMoveEvent(object, fields)
  const go = (next: string): void => change({ day: next === now ? undefined : next })
  const acts: CalendarActs = {
    move: (id, days, minutes = 0) => void moveEvent(id, { days, minutes }),
    add: object.rights.create
      ? (on, minutes) => requestCreate(object.name, { [at.name]: valueAt(fields, on, minutes, currentTimezone()) })
      : undefined,
    peek: (id) => onPeek(id),
    open: (on) => change(phone ? { day: on, span: 'agenda' } : { day: on, span: 'day' }),
  }
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 5 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 220, tolerance: 8 } }),
  )
  const onDragEnd = ({ active, over, delta }: DragEndEvent): void => {
    const slot = active.data.current?.slot as Slot | undefined
    const to = over?.data.current as { readonly day: string; readonly hour?: number } | undefined
    if (!slot || !to) return
    const days = (Date.parse(to.day) - Date.parse(slot.day)) / 86_400_000
    const timed = to.hour !== undefined && slot.from !== undefined
    acts.move(slot.id, days, timed ? Math.round(((delta.y / (to.hour ?? 1)) * 60) / 15) * 15 : 0)
  }
  const shared = { object, plan, fields, byDay, acts, now }
  return (
    <div className={classes.page}>
      <header className={classes.bar}>
        <div className={classes.steps}>
          <Button size="sm" onClick={() => go(now)} disabled={day === now}>
            {t('engine.calendar.today')}
          </Button>
          <IconButton label={t('engine.calendar.before')} onClick={() => go(stepped(span, day, -1))}>
            <IconChevronLeft size={18} />
          </IconButton>
          <IconButton label={t('engine.calendar.after')} onClick={() => go(stepped(span, day, 1))}>
            <IconChevronRight size={18} />
          </IconButton>
          <h2 className={classes.title} aria-live="polite">
            {titleOfSpan(span, day)}
          </h2>
        </div>
        <SegmentedControl
          aria-label={t('engine.calendar.span')}
          data={SPANS.filter((each) => !phone || each === 'month' || each === 'agenda').map((each) => ({
            value: each,
            label: t(`engine.calendar.${each}`),
          }))}
          value={span}
          onChange={(value) => change({ span: SPANS.find((each) => each === value) })}
        />
      </header>
      {view.ids.length >= MOST && !view.complete ? (
        <Banner tone="warn">{t('engine.calendar.too_many', { n: MOST })}</Banner>
      ) : null}
      {view.status === 'failed' ? (
        <ErrorState error={view.error} onRetry={() => void source.load()} />
      ) : (
        <DndContext sensors={sensors} collisionDetection={pointerWithin} onDragEnd={onDragEnd}>
          {span === 'month' ? (
            <Month {...shared} weeks={monthWeeks(day)} month={day.slice(0, 7)} phone={phone} />
          ) : span === 'agenda' ? (
            <Agenda {...shared} days={daysFrom(day, AGENDA_DAYS)} ready={view.status === 'ready'} />
          ) : (
            <Week {...shared} days={span === 'day' ? [day] : daysFrom(mondayOf(day), 7)} />
          )}
        </DndContext>
      )}
    </div>
  )
}

/** The days that a span shows: from the first until the day after the last. */
function spanOf(span: Span, day: string): readonly [string, string] {
  if (span === 'day') return [day, addDays(day, 1)]
  if (span === 'agenda') return [day, addDays(day, AGENDA_DAYS)]
  if (span === 'week') return [mondayOf(day), addDays(mondayOf(day), 7)]
  const weeks = monthWeeks(day)
  return [weeks[0]?.[0] ?? day, addDays(weeks.at(-1)?.[6] ?? day, 1)]
}

function stepped(span: Span, day: string, by: number): string {
  if (span === 'month') return addMonths(firstOfMonth(day), by)
  if (span === 'agenda') return addDays(day, by * AGENDA_DAYS)
  return addDays(day, by * (span === 'week' ? 7 : 1))
}

const TITLES: Readonly<Record<Span, Intl.DateTimeFormatOptions>> = {
  month: { year: 'numeric', month: 'long' },
  week: { year: 'numeric', month: 'long' },
  day: { year: 'numeric', month: 'long', day: 'numeric', weekday: 'long' },
  agenda: { year: 'numeric', month: 'long', day: 'numeric' },
}

export function dayText(day: string, options: Intl.DateTimeFormatOptions): string {
  const place = locale() === 'en' ? 'en-GB' : locale()
  return new Intl.DateTimeFormat(place, { ...options, timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`))
}

const titleOfSpan = (span: Span, day: string): string => dayText(span === 'week' ? mondayOf(day) : day, TITLES[span])
