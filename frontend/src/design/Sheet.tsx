/** A panel over the page: from the side on a desk, from below on a phone. */

import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { t } from '@/platform/i18n'
import { cx } from './cx'
import { useIsPhone } from './phone'
import classes from './Sheet.module.css'

export interface SheetProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: ReactNode
  readonly children: ReactNode
  readonly footer?: ReactNode
  /** Width on a desk in pixels. */
  readonly size?: number
  /** Without padding, for content that brings its own. */
  readonly bare?: boolean
  /** As tall as the phone allows, for forms and pages. */
  readonly tall?: boolean
  readonly closeOnClickOutside?: boolean
}

export function Sheet({ open, onClose, title, children, footer, size = 480, bare, tall, ...rest }: SheetProps) {
  const phone = useIsPhone()
  return (
    <Drawer.Root
      opened={open}
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
