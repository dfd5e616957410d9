/** Reads what the activities of a timeline say, all of one object at once. */

import { useQueries } from '@tanstack/react-query'
import { api } from '@/platform/api'
import { keys } from '@/platform/keys'
import { useMeta } from '@/platform/meta'
import type { Change, Meta, ObjectMeta, Page, Rec } from '@/platform/types'
import { records } from '../data/store'
import { findObject } from '../meta/paths'
import { doneField, shortForm } from './sayings'

const MOST = 200

export function useActivities(changes: readonly Change[]): void {
  const meta = useMeta()
  useQueries({
    queries: byObject(meta, changes).map(({ object, ids }) => {
      const query = { where: { field: 'id', op: 'in', value: ids }, fields: told(object), limit: MOST, count: 'none' }
      return {
        queryKey: keys.list(object.name, query),
        queryFn: async ({ signal }: { signal: AbortSignal }) => {
          const page = await api.post<Page<Rec>>(`/query/${object.name}`, query, { signal })
          for (const rec of page.items) records.receive(object.name, rec)
          return page
        },
      }
    }),
  })
}

const told = (object: ObjectMeta): readonly string[] => [
  ...new Set([object.title_field, ...[doneField(object), ...shortForm(object)].flatMap((field) => field?.name ?? [])]),
]

function byObject(meta: Meta, changes: readonly Change[]) {
  const ids = new Map<string, Set<string>>()
  for (const { kind, record } of changes) {
    if (kind !== 'activity' || !record?.object) continue
    ids.set(record.object, (ids.get(record.object) ?? new Set()).add(record.id))
  }
  return [...ids].flatMap(([name, set]) => {
    const object = findObject(meta, name)
    return object ? [{ object, ids: [...set].toSorted().slice(0, MOST) }] : []
  })
}
