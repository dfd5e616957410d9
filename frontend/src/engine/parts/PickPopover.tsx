/** Where a pick list opens: under what was clicked on the desk, from the bottom on the phone. Loaded when first opened. */

import { lazy, type ReactNode, Suspense, useState } from 'react'
import { Sheet, useIsPhone } from '@/design'

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

export const loadPickPanel = () => import('./PickPanel')
const PickPanel = lazy(() => loadPickPanel().then((file) => ({ default: file.PickPanel })))

export function PickPopover(props: PickPopoverProps) {
  const { opened, onClose, title, target, children, onEscape = onClose } = props
  const [used, setUsed] = useState(opened)
  const phone = useIsPhone()
  if (opened && !used) setUsed(true)
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
  if (!used) return target
  return (
    <Suspense fallback={target}>
      <PickPanel {...props} />
    </Suspense>
  )
}
