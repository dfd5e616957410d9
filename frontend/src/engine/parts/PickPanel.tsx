/** The panel behind `PickPopover` on the desk. Stands where the plain target stood, then opens. */

import { Popover } from '@mantine/core'
import { cloneElement, isValidElement, type RefAttributes, useEffect, useRef, useState } from 'react'
import { isComposing } from './keys'
import type { PickPopoverProps } from './PickPopover'

export function PickPanel(props: PickPopoverProps) {
  const { opened, onClose, title, target, children, width = 260, padded, onEscape = onClose } = props
  const [ready, setReady] = useState(false)
  const held = useRef<HTMLElement>(null)
  useEffect(() => {
    if (document.activeElement === document.body) held.current?.focus({ preventScroll: true })
    setReady(true)
  }, [])
  const anchor = isValidElement<RefAttributes<HTMLElement>>(target) ? cloneElement(target, { ref: held }) : target
  return (
    <Popover
      opened={opened && ready}
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
      <Popover.Target>{anchor}</Popover.Target>
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
