/** The query cache: what was read from the server, shared by all pages. */

import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from './problem'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 30_000, gcTime: 10 * 60_000, retry: retryOnce, refetchOnWindowFocus: false },
    mutations: { retry: false },
  },
})

/** A second try helps against a bad line, never against an answer. */
function retryOnce(failures: number, error: Error): boolean {
  const answered = error instanceof ApiProblem && error.status > 0 && error.status < 500
  return !answered && failures < 2
}
