/** A short form or message in the middle of the page. */

import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { t } from '@/platform/i18n'
import classes from './Sheet.module.css'

export interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: ReactNode
  readonly children: ReactNode
  readonly footer?: ReactNode
  readonly size?: number
  readonly closeOnClickOutside?: boolean
}

export function Dialog({ open, onClose, title, children, footer, size = 440, ...rest }: DialogProps) {
  return (
    <Modal
      opened={open}
      onClose={onClose}
      title={title}
      size={size}
      classNames={{ title: classes.title ?? '' }}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      {...rest}
    >
      {children}
      {footer && <footer className={classes.dialogFooter}>{footer}</footer>}
    </Modal>
  )
}
