/** The one record store of the app, fed by answers and by the live channel. */

import { useCallback, useRef, useSyncExternalStore } from 'react'
import { onLive } from '@/platform/live'
import type { Rec } from '@/platform/types'
import type { Entry } from '../store/entry'
import { RecordStore, type Touched } from '../store/records'

export const records = new RecordStore()

onLive('change', ({ object, id, record }) => {
  if (record) records.receiveLive(object, record)
  else records.markGone(object, id)
})

export function useEntry(object: string, id: string): Entry | undefined {
  const subscribe = useCallback((listener: () => void) => records.subscribe(object, id, listener), [object, id])
  return useSyncExternalStore(subscribe, () => records.entry(object, id))
}

export function useRec(object: string, id: string): Rec | undefined {
  return useEntry(object, id)?.view
}

/** Many records at once, drawn anew when one of them changes. */
export function useRecs(object: string, ids: readonly string[]): readonly Rec[] {
  const last = useRef<readonly Rec[]>([])
  const subscribe = useCallback(
    (listener: () => void) => {
      const offs = ids.map((id) => records.subscribe(object, id, listener))
      return () => {
        for (const off of offs) off()
      }
    },
    [object, ids],
  )
  const get = (): readonly Rec[] => {
    const next = ids.flatMap((id) => records.view(object, id) ?? [])
    const same = next.length === last.current.length && next.every((rec, at) => rec === last.current[at])
    if (!same) last.current = next
    return last.current
  }
  return useSyncExternalStore(subscribe, get)
}

const GLOW = 2500

/** The fields that somebody else has changed a moment ago. */
export function freshFields(object: string, id: string): Touched | undefined {
  const touched = records.touch(object, id)
  return touched && Date.now() - touched.at < GLOW ? touched : undefined
}
