/** Day and time side by side, in the reader's time zone. */

import { TextInput, useIsPhone } from '@/design'
import { currentTimezone, today } from '@/platform/format'
import { t } from '@/platform/i18n'
import { DayField } from '../date/DayField'
import { attributes } from '../parts/attributes'
import type { InputProps } from '../types'
import classes from './datetime.module.css'
import { momentOf, type WallTime, wallTime } from './zone'

const MORNING = '09:00'

export function MomentInput(props: InputProps<string>) {
  const { value, onChange, label, error } = props
  const phone = useIsPhone()
  const zone = currentTimezone()
  const wall = value ? wallTime(value, zone) : undefined
  const change = (part: Partial<WallTime>): void => {
    const day = part.day ?? wall?.day ?? today()
    onChange(momentOf({ day, time: part.time || wall?.time || MORNING }, zone))
  }
  if (phone) {
    return (
      <TextInput
        {...attributes(props)}
        type="datetime-local"
        value={wall ? `${wall.day}T${wall.time}` : ''}
        onChange={(event) => {
          const [day, time] = event.currentTarget.value.split('T')
          if (day && time) change({ day, time })
          else onChange(null)
        }}
      />
    )
  }
  return (
    <div className={classes.box}>
      <DayField
        {...attributes(props)}
        value={wall?.day ?? null}
        onChange={(day) => (day ? change({ day }) : onChange(null))}
      />
      <TextInput
        type="time"
        size={props.inline ? 'sm' : undefined}
        aria-label={t('engine.datetime.time', { field: label })}
        error={Boolean(error)}
        value={wall?.time ?? ''}
        onChange={(event) => event.currentTarget.value && change({ time: event.currentTarget.value })}
      />
    </div>
  )
}
