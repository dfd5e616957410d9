/** Around pages that may stand inside the shell or instead of it: there is exactly one main landmark. */

import { useMatches } from '@tanstack/react-router'
import type { ReactNode } from 'react'

export function PageFrame({ children }: { readonly children: ReactNode }) {
  const framed = useMatches({
    select: (matches) => matches.some((match) => match.routeId === '/shell' && match.status === 'success'),
  })
  return framed ? <div>{children}</div> : <main>{children}</main>
}
