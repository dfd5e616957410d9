/** Tooltip, menu and popover: Mantine's, which know focus, keys and collisions. */

import { Menu as MantineMenu, Popover as MantinePopover, Tooltip as MantineTooltip } from '@mantine/core'
import type { ReactElement, ReactNode } from 'react'

export const Menu = MantineMenu
export const Popover = MantinePopover

export interface TooltipProps {
  readonly label: ReactNode
  readonly children: ReactElement
  readonly position?: 'top' | 'bottom' | 'left' | 'right'
  readonly disabled?: boolean
}

export function Tooltip(props: TooltipProps) {
  return <MantineTooltip {...props} events={{ hover: true, focus: true, touch: false }} />
}
