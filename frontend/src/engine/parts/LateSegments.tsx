/** A segmented control that is loaded when it is drawn: what a screen needs before its first paint stays small. */

import { type ComponentProps, lazy, Suspense } from 'react'

const Segments = lazy(() => import('./segments').then((file) => ({ default: file.SegmentedControl })))

export function LateSegments(props: ComponentProps<typeof Segments>) {
  return (
    <Suspense fallback={<div style={{ blockSize: 'var(--control-h)' }} aria-busy />}>
      <Segments {...props} />
    </Suspense>
  )
}
