/** The panel behind `Dialog`. */

import { Modal } from '@mantine/core'
import { t } from '@/platform/i18n'
import { useAfterMount } from './afterMount'
import type { DialogProps } from './Dialog'
import classes from './Sheet.module.css'

export function DialogPanel({ open, onClose, title, children, footer, size = 440, ...rest }: DialogProps) {
  const ready = useAfterMount()
  return (
    <Modal
      opened={open && ready}
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
