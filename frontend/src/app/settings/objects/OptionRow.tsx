/** One option: drag, colour, name, retire or remove. */

import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { IconArchive, IconArchiveOff, IconGripVertical, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { chipColors, cx, IconButton, OPTION_COLORS, Popover, TextInput } from '@/design'
import { t } from '@/platform/i18n'
import type { OptionMeta } from '@/platform/types'
import classes from './objects.module.css'

export interface OptionRowProps {
  readonly id: string
  readonly option: OptionMeta
  /** null: take it away. */
  readonly onChange: (option: OptionMeta | null) => void
  /** More about it, below. */
  readonly children?: ReactNode
}

export function OptionRow({ id, option, onChange, children }: OptionRowProps) {
  const { attributes, listeners, setNodeRef, transform, transition } = useSortable({ id })
  const name = option.label || t('fields.optionNew')
  const style = { transform: CSS.Translate.toString(transform), transition }
  return (
    <li ref={setNodeRef} style={style} className={cx(classes.option, option.retired && classes.retired)}>
      <button
        type="button"
        className={classes.grip}
        {...attributes}
        {...listeners}
        aria-label={t('fields.optionMove', { name })}
      >
        <IconGripVertical size={16} aria-hidden />
      </button>
      <Colour name={name} value={option.color} onChange={(color) => onChange({ ...option, color })} />
      <TextInput
        aria-label={t('fields.optionName')}
        value={option.label}
        onChange={(event) => onChange({ ...option, label: event.currentTarget.value })}
        autoFocus={option.label === '' && option.key === ''}
      />
      {option.key ? <Retire option={option} name={name} onChange={onChange} /> : null}
      {!option.key && (
        <IconButton label={t('fields.optionRemove', { name })} size="sm" onClick={() => onChange(null)}>
          <IconX size={16} aria-hidden />
        </IconButton>
      )}
      {children}
    </li>
  )
}

interface RetireProps extends Omit<OptionRowProps, 'id' | 'children'> {
  readonly name: string
}

/** Records may carry this option: it can no longer be picked, but it stays readable. */
function Retire({ option, name, onChange }: RetireProps) {
  const retired = option.retired ?? false
  return (
    <IconButton
      label={t(retired ? 'fields.optionBack' : 'fields.optionRetire', { name })}
      size="sm"
      pressed={retired}
      onClick={() => onChange({ ...option, retired: !retired })}
    >
      {retired ? <IconArchiveOff size={16} aria-hidden /> : <IconArchive size={16} aria-hidden />}
    </IconButton>
  )
}

interface ColourProps {
  readonly name: string
  readonly value: string
  readonly onChange: (color: string) => void
}

function Colour({ name, value, onChange }: ColourProps) {
  return (
    <Popover position="bottom-start" trapFocus>
      <Popover.Target>
        <button
          type="button"
          className={classes.swatch}
          style={chipColors(value)}
          aria-label={t('fields.optionColour', { name, colour: t(`colour.${value}`) })}
        />
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.swatches}>
          {OPTION_COLORS.map((color) => (
            <button
              type="button"
              key={color}
              className={classes.swatch}
              style={chipColors(color)}
              aria-label={t(`colour.${color}`)}
              aria-pressed={color === value}
              onClick={() => onChange(color)}
            />
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
