/** A month: a cell per day, as many records in each as fit, and a click on the rest of the cell to add one. */

import { useDroppable } from '@dnd-kit/core'
import { IconPlus } from '@tabler/icons-react'
import { addDays } from '@/lib/days'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import type { ListPlan } from '../list/useListPlan'
import { type CalendarActs, dayText } from './Calendar'
import classes from './calendar.module.css'
import { Event } from './Event'
import type { CalendarFields, Slot } from './time'

export interface GridProps {
  readonly object: ObjectMeta
  readonly plan: ListPlan
  readonly fields: CalendarFields
  readonly byDay: ReadonlyMap<string, readonly Slot[]>
  readonly acts: CalendarActs
  readonly now: string
}

interface MonthProps extends GridProps {
  readonly weeks: readonly (readonly string[])[]
  readonly month: string
  readonly phone: boolean
}

/** A Monday, to name the days of the week. */
const MONDAY = '2026-01-05'
const FIT = 3

export function Month({ weeks, month, phone, ...props }: MonthProps) {
  return (
    <div className={classes.month} data-phone={phone || undefined}>
      <div className={classes.weekdays} aria-hidden>
        {[0, 1, 2, 3, 4, 5, 6].map((each) => (
          <span key={each}>{dayText(addDays(MONDAY, each), { weekday: phone ? 'narrow' : 'short' })}</span>
        ))}
      </div>
      <div className={classes.weeks}>
        {weeks.flat().map((day) => (
          <Day key={day} {...props} day={day} outside={!day.startsWith(month)} phone={phone} />
        ))}
      </div>
    </div>
  )
}

interface DayProps extends GridProps {
  readonly day: string
  readonly outside: boolean
  readonly phone: boolean
}

function Day({ object, plan, fields, byDay, acts, now, day, outside, phone }: DayProps) {
  const { setNodeRef, isOver } = useDroppable({ id: day, data: { day } })
  const slots = byDay.get(day) ?? []
  const shown = slots.length > FIT + 1 ? slots.slice(0, FIT) : slots
  const name = dayText(day, { weekday: 'long', month: 'long', day: 'numeric' })
  const { add } = acts
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the plus button does it by keys
    <section
      ref={setNodeRef}
      className={classes.day}
      data-outside={outside || undefined}
      data-today={day === now || undefined}
      data-over={isOver || undefined}
      aria-label={t('engine.calendar.day_of', { day: name, n: slots.length })}
      onClick={(event) => {
        if (phone) acts.open(day)
        else if (event.target === event.currentTarget) add?.(day)
      }}
    >
      <header className={classes.dayHead}>
        <button type="button" className={classes.number} aria-label={name} onClick={() => acts.open(day)}>
          {Number(day.slice(8))}
        </button>
        {add && !phone ? (
          <button
            type="button"
            className={classes.add}
            aria-label={t('engine.calendar.add', { object: object.label, day: name })}
            onClick={() => add(day)}
          >
            <IconPlus size={14} aria-hidden />
          </button>
        ) : null}
      </header>
      {phone ? (
        <span className={classes.dots} aria-hidden>
          {slots.slice(0, FIT).map((slot) => (
            <span key={slot.id} />
          ))}
        </span>
      ) : (
        shown.map((slot) => (
          <Event key={slot.id} object={object} fields={fields} slot={slot} acts={acts} peeked={plan.peek === slot.id} />
        ))
      )}
      {!phone && slots.length > shown.length ? (
        <button type="button" className={classes.rest} onClick={() => acts.open(day)}>
          {t('engine.calendar.more', { n: slots.length - shown.length })}
        </button>
      ) : null}
    </section>
  )
}
