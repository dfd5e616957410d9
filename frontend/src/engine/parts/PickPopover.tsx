/** Where a pick list opens: under what was clicked on the desk, from the bottom on the phone. */

import { Popover } from '@mantine/core'
import type { ReactNode } from 'react'
import { Sheet, useIsPhone } from '@/design'
import { isComposing } from './keys'

export interface PickPopoverProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly title: string
  /** The element it hangs on; it must take a ref. */
  readonly target: ReactNode
  readonly children: ReactNode
  readonly width?: number | 'target'
  readonly padded?: boolean
  /** What Escape and the close button do, when that is not the same as turning away. */
  readonly onEscape?: () => void
}

export function PickPopover(props: PickPopoverProps) {
  const { opened, onClose, title, target, children, width = 260, padded, onEscape = onClose } = props
  const phone = useIsPhone()
  if (phone) {
    return (
      <>
        {target}
        <Sheet open={opened} onClose={onEscape} title={title}>
          {children}
        </Sheet>
      </>
    )
  }
  return (
    <Popover
      opened={opened}
      onChange={(open) => {
        if (!open) onClose()
      }}
      position="bottom-start"
      width={width}
      offset={4}
      shadow="md"
      withinPortal
      closeOnEscape={false}
      withRoles={false}
      trapFocus
      returnFocus
      middlewares={{ flip: true, shift: true }}
    >
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown
        p={padded ? 'sm' : 0}
        role="dialog"
        aria-label={title}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || isComposing(event)) return
          event.stopPropagation()
          onEscape()
        }}
      >
        {opened ? children : null}
      </Popover.Dropdown>
    </Popover>
  )
}
