/** Long work on the server: followed live, and by asking while the live channel is away. */

import { useQuery } from '@tanstack/react-query'
import { api } from './api'
import { keys } from './keys'
import { useLiveState } from './live'
import type { Job } from './types'

export const isOver = (job: Job): boolean => job.state === 'done' || job.state === 'failed' || job.state === 'cancelled'

export function useJob(id: string | null | undefined): Job | undefined {
  const live = useLiveState() === 'open'
  return useQuery({
    queryKey: keys.job(id ?? ''),
    queryFn: ({ signal }) => api.get<Job>(`/jobs/${id}`, { signal }),
    enabled: Boolean(id),
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : live ? 3000 : 1000),
  }).data
}

export const cancelJob = (id: string): Promise<unknown> => api.post(`/jobs/${id}/cancel`)
