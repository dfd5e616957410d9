/** The popover: Mantine's, which knows focus, keys and collisions. */

export { Popover } from '@mantine/core'
