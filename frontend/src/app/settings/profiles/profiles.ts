/** Reading and writing profiles. */

import { useQuery } from '@tanstack/react-query'
import { api } from '@/platform/api'
import { keys } from '@/platform/keys'
import { queryClient } from '@/platform/query'
import type { Profile } from '@/platform/types'
import { bodyOf } from './model'

export function useProfiles() {
  return useQuery({
    queryKey: keys.profiles,
    queryFn: ({ signal }) => api.get<{ items: readonly Profile[] }>('/profiles', { signal }),
    select: (answer) => answer.items,
  })
}

export const saveProfile = (profile: Profile) => fresh(api.put(`/profiles/${profile.name}`, bodyOf(profile)))
export const removeProfile = (name: string) => fresh(api.del(`/profiles/${name}`))

async function fresh(work: Promise<unknown>): Promise<void> {
  await work
  await Promise.all([keys.profiles, keys.meta].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
}
