/** Menu and popover: Mantine's, which know focus, keys and collisions. */

export { Menu, Popover } from '@mantine/core'
