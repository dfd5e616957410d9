/** A menu: no more than its button until that is pressed; what knows focus, keys and collisions is loaded then. */

import type { MenuItemProps, MenuProps } from '@mantine/core'
import {
  Children,
  type ComponentProps,
  cloneElement,
  isValidElement,
  lazy,
  type ReactElement,
  type ReactNode,
  Suspense,
  useState,
} from 'react'

type Parts = typeof import('./MenuParts')
type TargetProps = Pick<ComponentProps<'button'>, 'onClick' | 'onPointerEnter' | 'aria-haspopup' | 'aria-expanded'>

let parts: Parts | undefined

export const loadMenu = (): Promise<Parts> =>
  import('./MenuParts').then((loaded) => {
    parts = loaded
    return loaded
  })

const OpenedMenu = lazy(() => loadMenu().then((loaded) => ({ default: loaded.OpenedMenu })))

export type MenuBoxProps = Pick<MenuProps, 'position' | 'width' | 'defaultOpened'> & { readonly children: ReactNode }

export function Menu({ children, defaultOpened = false, ...props }: MenuBoxProps) {
  const [wanted, setWanted] = useState(defaultOpened)
  const given = Children.toArray(children).filter(isValidElement)
  const target = given.find((child) => child.type === Target) as ReactElement<SlotProps> | undefined
  const dropdown = given.find((child) => child.type === Dropdown) as ReactElement<SlotProps> | undefined
  const button = target?.props.children as ReactElement<TargetProps>
  const closed = cloneElement(button, {
    'aria-haspopup': 'menu',
    'aria-expanded': false,
    onPointerEnter: (event) => {
      button.props.onPointerEnter?.(event)
      void loadMenu()
    },
    onClick: (event) => {
      button.props.onClick?.(event)
      setWanted(true)
    },
  })
  if (!wanted) return closed
  return (
    <Suspense fallback={closed}>
      <OpenedMenu {...props} target={button}>
        {dropdown?.props.children}
      </OpenedMenu>
    </Suspense>
  )
}

interface SlotProps {
  readonly children: ReactNode
}

const Target = ({ children }: SlotProps) => children
const Dropdown = ({ children }: SlotProps) => children

type ItemProps = MenuItemProps & Omit<ComponentProps<'button'>, keyof MenuItemProps>

Menu.Target = Target
Menu.Dropdown = Dropdown
Menu.Item = (props: ItemProps) => parts && <parts.Item {...props} />
Menu.Label = (props: SlotProps) => parts && <parts.Label {...props} />
Menu.Divider = () => parts && <parts.Divider />
