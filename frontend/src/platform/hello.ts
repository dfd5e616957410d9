/** What anybody may know before signing in: whose Kith this is, and whom to be in a demo. */

import { queryOptions } from '@tanstack/react-query'
import { api } from './api'

export interface DemoPerson {
  readonly email: string
  readonly password: string
  readonly name: string
  readonly title?: string | null
}

export interface Hello {
  readonly name: string | null
  readonly version?: string
  /** Nobody can sign in yet. */
  readonly setup?: boolean
  readonly demo: readonly DemoPerson[] | null
}

export const helloQuery = queryOptions({
  queryKey: ['hello'],
  queryFn: ({ signal }) => api.get<Hello>('/hello', { signal, anonymous: true }),
  staleTime: 60_000,
})
