/** Two people have changed the same fields: asks the later one, with code that is loaded when that happens. */

import { lazy, Suspense } from 'react'
import { useConflict } from '../data/save'

const ConflictChoice = lazy(() => import('./ConflictChoice').then((file) => ({ default: file.ConflictChoice })))

export function ConflictDialog() {
  const conflict = useConflict()
  if (!conflict) return null
  return (
    <Suspense fallback={null}>
      <ConflictChoice key={`${conflict.id}/${conflict.theirs.version}`} conflict={conflict} />
    </Suspense>
  )
}
