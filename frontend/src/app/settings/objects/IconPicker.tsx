/** One icon out of the set, by pointing at it. */

import { useId } from 'react'
import { Field, ICON_NAMES, ObjectIcon } from '@/design'
import { t } from '@/platform/i18n'
import classes from './objects.module.css'

export interface IconPickerProps {
  readonly value: string
  readonly onChange: (icon: string) => void
}

export function IconPicker({ value, onChange }: IconPickerProps) {
  const name = useId()
  return (
    <Field label={t('objects.icon')}>
      <fieldset className={classes.icons} aria-label={t('objects.icon')}>
        {ICON_NAMES.map((icon) => (
          <label key={icon} className={classes.iconChoice} title={icon}>
            <input
              type="radio"
              className="visually-hidden"
              name={name}
              aria-label={icon}
              checked={icon === value}
              onChange={() => onChange(icon)}
            />
            <ObjectIcon name={icon} size={20} />
          </label>
        ))}
      </fieldset>
    </Field>
  )
}
