/** A panel over the page: from the side on a desk, from below on a phone. Its code comes when it first opens. */

import { lazy, type ReactNode, Suspense } from 'react'
import { useOnceWanted } from './afterMount'

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

export const loadSheet = () => import('./SheetPanel')
const SheetPanel = lazy(() => loadSheet().then((module) => ({ default: module.SheetPanel })))

export function Sheet(props: SheetProps) {
  const used = useOnceWanted(props.open)
  return <Suspense fallback={null}>{used && <SheetPanel {...props} />}</Suspense>
}
