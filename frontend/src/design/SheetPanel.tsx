/** The panel behind `Sheet`. */

import { Drawer } from '@mantine/core'
import { t } from '@/platform/i18n'
import { useAfterMount } from './afterMount'
import { cx } from './cx'
import { useIsPhone } from './phone'
import type { SheetProps } from './Sheet'
import classes from './Sheet.module.css'

export function SheetPanel({ open, onClose, title, children, footer, size = 480, bare, tall, ...rest }: SheetProps) {
  const phone = useIsPhone()
  const ready = useAfterMount()
  return (
    <Drawer.Root
      opened={open && ready}
      onClose={onClose}
      position={phone ? 'bottom' : 'right'}
      size={phone ? 'auto' : size}
      {...rest}
    >
      <Drawer.Overlay />
      <Drawer.Content
        classNames={{ content: cx(classes.content, phone && classes.bottom, phone && tall && classes.tall) }}
      >
        <Drawer.Header className={classes.header}>
          <Drawer.Title className={classes.title}>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t('action.close')} size="lg" />
        </Drawer.Header>
        <div className={cx(classes.body, bare && classes.bare)}>{children}</div>
        {footer && <footer className={classes.footer}>{footer}</footer>}
      </Drawer.Content>
    </Drawer.Root>
  )
}
