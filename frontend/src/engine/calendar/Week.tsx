/** A week or a day on a scale of hours; what has no time of day stands above it. */

import { useDroppable } from '@dnd-kit/core'
import { IconPlus } from '@tabler/icons-react'
import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { currentTimezone } from '@/platform/format'
import { t } from '@/platform/i18n'
import { wallTime } from '../fields/datetime/zone'
import { dayText } from './Calendar'
import classes from './calendar.module.css'
import { Event } from './Event'
import type { GridProps } from './Month'
import { minutesOf, type Slot, sideBySide, timeOf } from './time'

/** The height of an hour in pixels. */
const HOUR = 44
const MORNING = 8
const HOURS = Array.from({ length: 24 }, (_, hour) => hour)

interface WeekProps extends GridProps {
  readonly days: readonly string[]
}

export function Week({ days, ...props }: WeekProps) {
  const box = useRef<HTMLDivElement>(null)
  const timed = props.fields.at.kind === 'datetime'
  useEffect(() => {
    if (box.current && timed) box.current.scrollTop = (MORNING - 0.5) * HOUR
  }, [timed])
  const columns = { gridTemplateColumns: `${timed ? 'var(--hours)' : ''} repeat(${days.length}, minmax(0, 1fr))` }
  return (
    <div className={classes.week}>
      <div className={classes.weekHead} style={columns}>
        {timed ? <span /> : null}
        {days.map((day) => (
          <DayHead key={day} {...props} day={day} timed={timed} />
        ))}
      </div>
      {timed ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        <section ref={box} className={classes.hours} tabIndex={0} aria-label={t('engine.calendar.week')}>
          <div className={classes.scale} style={{ ...columns, height: 24 * HOUR }}>
            <div className={classes.clock} aria-hidden>
              {HOURS.slice(1).map((hour) => (
                <span key={hour} style={{ top: hour * HOUR }}>
                  {timeOf(hour * 60)}
                </span>
              ))}
            </div>
            {days.map((day) => (
              <Hours key={day} {...props} day={day} />
            ))}
          </div>
        </section>
      ) : null}
    </div>
  )
}

interface DayProps extends GridProps {
  readonly day: string
}

function DayHead({ object, plan, fields, byDay, acts, now, day, timed }: DayProps & { readonly timed: boolean }) {
  const { setNodeRef, isOver } = useDroppable({ id: `head:${day}`, data: { day } })
  const slots = (byDay.get(day) ?? []).filter(({ from }) => from === undefined)
  const name = dayText(day, { weekday: 'long', month: 'long', day: 'numeric' })
  const { add } = acts
  return (
    <section
      ref={setNodeRef}
      className={classes.column}
      data-over={isOver || undefined}
      data-today={day === now || undefined}
      data-tall={timed ? undefined : true}
      aria-label={t('engine.calendar.day_of', { day: name, n: (byDay.get(day) ?? []).length })}
    >
      <header className={classes.dayHead}>
        <button type="button" className={classes.weekday} aria-label={name} onClick={() => acts.open(day)}>
          {dayText(day, { weekday: 'short' })} <span className={classes.number}>{Number(day.slice(8))}</span>
        </button>
        {add ? (
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
      {slots.map((slot) => (
        <Event key={slot.id} object={object} fields={fields} slot={slot} acts={acts} peeked={plan.peek === slot.id} />
      ))}
    </section>
  )
}

function Hours({ object, plan, fields, byDay, acts, now, day }: DayProps) {
  const { setNodeRef, isOver } = useDroppable({ id: `hours:${day}`, data: { day, hour: HOUR } })
  const slots = (byDay.get(day) ?? []).filter((slot) => slot.from !== undefined)
  const places = sideBySide(slots)
  const add = (event: MouseEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget) return
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top
    acts.add?.(day, Math.floor((y / HOUR) * 2) * 30)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the plus button above does it by keys
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div ref={setNodeRef} className={classes.hoursOf} data-over={isOver || undefined} onClick={add}>
      {day === now ? <Now /> : null}
      {slots.map((slot) => (
        <Event
          key={slot.id}
          object={object}
          fields={fields}
          slot={slot}
          acts={acts}
          peeked={plan.peek === slot.id}
          timed
          style={boxOf(slot, places.get(slot.id))}
        />
      ))}
    </div>
  )
}

function boxOf({ from = 0, minutes }: Slot, place: { column: number; columns: number } | undefined) {
  const width = 100 / (place?.columns ?? 1)
  return {
    top: (from / 60) * HOUR,
    height: (minutes / 60) * HOUR - 2,
    left: `${width * (place?.column ?? 0)}%`,
    width: `calc(${width}% - 3px)`,
  }
}

const MINUTE_MS = 60_000

/** The line of the present moment. */
function Now() {
  const [minutes, setMinutes] = useState(nowMinutes)
  useEffect(() => {
    const timer = setInterval(() => setMinutes(nowMinutes()), MINUTE_MS)
    return () => clearInterval(timer)
  }, [])
  return <div className={classes.now} style={{ top: (minutes / 60) * HOUR }} aria-hidden />
}

const nowMinutes = (): number => minutesOf(wallTime(new Date(), currentTimezone()).time)
