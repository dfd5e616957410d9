/** Who else has this record open. */

import { useEffect, useState } from 'react'
import { onLive } from '@/platform/live'
import { useSession } from '@/platform/session'

export interface Guest {
  readonly id: string
  readonly name: string
}

export function usePresence(object: string, id: string): readonly Guest[] {
  const { user } = useSession()
  const [people, setPeople] = useState<readonly Guest[]>([])
  useEffect(
    () =>
      onLive('presence', (message) => {
        if (message.object === object && message.id === id) setPeople((message.people ?? []) as readonly Guest[])
      }),
    [object, id],
  )
  return people.filter((guest) => guest.id !== user.id)
}
