/** One record on a calendar: looked at by a click, moved by dragging or by Shift and the arrow keys. */

import { useDraggable } from '@dnd-kit/core'
import { type CSSProperties, type KeyboardEvent, memo } from 'react'
import { chipColors } from '@/design'
import { t } from '@/platform/i18n'
import { titleOf } from '@/platform/meta'
import type { ObjectMeta } from '@/platform/types'
import { useEntry } from '../data/store'
import { findOption } from '../fields/choice/options'
import { optionColor } from '../fields/parts/OptionChip'
import { isWritable } from '../meta/paths'
import type { CalendarActs } from './Calendar'
import classes from './calendar.module.css'
import { type CalendarFields, type Slot, timeOf } from './time'
import { colorField } from './useEvents'

export interface EventProps {
  readonly object: ObjectMeta
  readonly fields: CalendarFields
  readonly slot: Slot
  readonly acts: CalendarActs
  readonly peeked: boolean
  /** On a scale of hours: up and down move it within the day. */
  readonly timed?: boolean
  readonly style?: CSSProperties
}

export const Event = memo(function Event({ object, fields, slot, acts, peeked, timed, style }: EventProps) {
  const rec = useEntry(object.name, slot.id)?.view
  const movable = Boolean(object.rights.update) && isWritable(fields.at)
  const { setNodeRef, listeners, transform, isDragging } = useDraggable({
    id: slot.id,
    data: { slot },
    disabled: !movable,
  })
  if (!rec) return null
  const color = colorField(object)
  const option = color ? findOption(color, rec[color.name]) : undefined
  const title = titleOf(object, rec) || t('engine.untitled')
  const steps = timed && slot.from !== undefined ? TIMED : DAYS
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = steps[event.key]
    if (!event.shiftKey || !step || !movable) return
    event.preventDefault()
    event.stopPropagation()
    acts.move(slot.id, ...step)
  }
  const moved = transform ? { translate: `${transform.x}px ${transform.y}px`, zIndex: 9 } : {}
  return (
    <button
      ref={setNodeRef}
      type="button"
      className={classes.event}
      data-dragging={isDragging || undefined}
      data-peeked={peeked || undefined}
      data-timed={timed || undefined}
      style={{ ...chipColors(option ? optionColor(option.color) : 'teal'), ...style, ...moved }}
      title={movable ? t(timed ? 'engine.calendar.how_time' : 'engine.calendar.how') : undefined}
      onMouseDown={listeners?.onMouseDown as React.MouseEventHandler | undefined}
      onTouchStart={listeners?.onTouchStart as React.TouchEventHandler | undefined}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        event.stopPropagation()
        acts.peek(slot.id)
      }}
    >
      <span className={classes.dot} aria-hidden />
      {slot.from === undefined ? null : <span className={classes.time}>{timeOf(slot.from)}</span>}
      <span className={classes.words}>{title}</span>
    </button>
  )
})

type Step = readonly [days: number, minutes?: number]
const DAYS: Readonly<Record<string, Step>> = { ArrowLeft: [-1], ArrowRight: [1], ArrowUp: [-7], ArrowDown: [7] }
const TIMED: Readonly<Record<string, Step>> = {
  ArrowLeft: [-1],
  ArrowRight: [1],
  ArrowUp: [0, -15],
  ArrowDown: [0, 15],
}
