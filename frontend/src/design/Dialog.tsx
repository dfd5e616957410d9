/** A short form or message in the middle of the page. Its code comes when it first opens. */

import { lazy, type ReactNode, Suspense } from 'react'
import { useOnceWanted } from './afterMount'

export interface DialogProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly title: ReactNode
  readonly children: ReactNode
  readonly footer?: ReactNode
  readonly size?: number
  readonly closeOnClickOutside?: boolean
}

export const loadDialog = () => import('./DialogPanel')
const DialogPanel = lazy(() => loadDialog().then((module) => ({ default: module.DialogPanel })))

export function Dialog(props: DialogProps) {
  const used = useOnceWanted(props.open)
  return <Suspense fallback={null}>{used && <DialogPanel {...props} />}</Suspense>
}
