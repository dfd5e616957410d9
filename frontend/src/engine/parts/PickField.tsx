/** A control that shows what is chosen and opens a pick list: in a form a button, in a list the open list itself. */

import { IconChevronDown, IconX } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { t } from '@/platform/i18n'
import classes from './PickField.module.css'
import { PickPopover } from './PickPopover'

export interface PickFieldProps {
  readonly label: string
  readonly id?: string | undefined
  readonly error?: string | undefined
  readonly describedBy?: string | undefined
  /** What is chosen, drawn; nothing when empty. */
  readonly content: ReactNode
  readonly placeholder?: string | undefined
  readonly inline?: boolean | undefined
  readonly onClear?: (() => void) | undefined
  readonly onClose?: (() => void) | undefined
  readonly children: (close: () => void) => ReactNode
}

export function PickField(props: PickFieldProps) {
  const { label, id, error, describedBy, content, placeholder, inline, onClear, onClose, children } = props
  const [opened, setOpened] = useState(Boolean(inline))
  const close = (): void => {
    setOpened(false)
    onClose?.()
  }
  const button = (
    <button
      type="button"
      id={id}
      className={classes.control}
      data-inline={inline || undefined}
      data-invalid={Boolean(error) || undefined}
      aria-label={inline ? label : undefined}
      aria-describedby={describedBy}
      aria-haspopup="listbox"
      aria-expanded={opened}
      onClick={() => setOpened(!opened)}
    >
      <span className={classes.content}>
        {content || <span className={classes.placeholder}>{placeholder ?? t('engine.pick.choose')}</span>}
      </span>
      <IconChevronDown size={16} className={classes.chevron} aria-hidden />
    </button>
  )
  return (
    <div className={classes.box}>
      <PickPopover opened={opened} onClose={close} title={label} target={button}>
        {children(close)}
      </PickPopover>
      {onClear && content && !inline ? (
        <button
          type="button"
          className={classes.clear}
          aria-label={t('engine.pick.clear', { field: label })}
          onClick={onClear}
        >
          <IconX size={14} aria-hidden />
        </button>
      ) : null}
    </div>
  )
}
