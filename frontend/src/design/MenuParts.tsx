/** What a menu needs once it is open. */

import { Menu, type MenuProps } from '@mantine/core'
import { cloneElement, type ReactElement, type ReactNode, type RefAttributes, useEffect, useRef, useState } from 'react'

export interface OpenedMenuProps extends Pick<MenuProps, 'position' | 'width'> {
  readonly target: ReactElement
  readonly children: ReactNode
}

/** Stands where the plain button stood: takes over its focus, then opens. */
export function OpenedMenu({ target, children, ...props }: OpenedMenuProps) {
  const [opened, setOpened] = useState(false)
  const button = useRef<HTMLElement>(null)
  useEffect(() => {
    button.current?.focus({ preventScroll: true })
    setOpened(true)
  }, [])
  const held = cloneElement(target as ReactElement<RefAttributes<HTMLElement>>, { ref: button })
  return (
    <Menu {...props} withInitialFocusPlaceholder={false} opened={opened} onChange={setOpened} returnFocus>
      <Menu.Target>{held}</Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  )
}

export const { Item, Label, Divider } = Menu
