/** What comes next, day by day: the calendar as it is read on a phone. */

import { IconCalendarOff, IconPlus } from '@tabler/icons-react'
import { Button, EmptyState, ListSkeleton } from '@/design'
import { t } from '@/platform/i18n'
import { dayText } from './Calendar'
import classes from './calendar.module.css'
import { Event } from './Event'
import type { GridProps } from './Month'

interface AgendaProps extends GridProps {
  readonly days: readonly string[]
  readonly ready: boolean
}

export function Agenda({ object, plan, fields, byDay, acts, now, days, ready }: AgendaProps) {
  const filled = days.filter((day) => byDay.has(day))
  const { add } = acts
  if (filled.length === 0) {
    if (!ready) return <ListSkeleton rows={8} />
    return (
      <EmptyState
        icon={<IconCalendarOff size={28} />}
        title={t('engine.calendar.none')}
        body={t('engine.calendar.none_agenda')}
        action={
          add ? (
            <Button variant="primary" icon={<IconPlus size={16} />} onClick={() => add(days[0] ?? now)}>
              {t('engine.create.title', { object: object.label })}
            </Button>
          ) : undefined
        }
      />
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={classes.agenda} tabIndex={0} aria-label={t('engine.calendar.agenda')}>
      {filled.map((day) => (
        <section key={day} className={classes.agendaDay} data-today={day === now || undefined}>
          <h3 className={classes.agendaHead}>
            {dayText(day, { weekday: 'long', month: 'long', day: 'numeric' })}
            {day === now ? <span className={classes.nowWord}>{t('engine.calendar.today')}</span> : null}
          </h3>
          {byDay.get(day)?.map((slot) => (
            <Event
              key={slot.id}
              object={object}
              fields={fields}
              slot={slot}
              acts={acts}
              peeked={plan.peek === slot.id}
            />
          ))}
        </section>
      ))}
    </section>
  )
}
