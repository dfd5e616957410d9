/** What live messages do to the query cache: patch what is on screen at once, read lists again once a second at most. */

import type { InfiniteData } from '@tanstack/react-query'
import { keys } from './keys'
import { type LiveChange, onLive } from './live'
import { queryClient } from './query'
import type { Job, Meta, Page, Rec } from './types'

const WAIT = 1000

export function feedCacheFromLive(): () => void {
  const offs = [
    onLive('change', (change) => {
      patchRecord(change)
      patchLists(change)
      refreshSoon(change.object, change.id)
    }),
    onLive('catalog', () => readAgain([keys.meta, keys.workspace, keys.session])),
    onLive('settings', ({ what }) => readAgain(SETTINGS[what] ?? [])),
    onLive('job', ({ type: _, ...job }) => queryClient.setQueryData<Job>(keys.job(job.id), job)),
    onLive('refresh', () => queryClient.invalidateQueries()),
  ]
  return () => {
    for (const off of offs) off()
  }
}

/** What is read again when an administrator changed something that is no metadata. */
const SETTINGS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  rates: [keys.rates, ['list'], ['aggregate']],
  views: [keys.allViews],
  profiles: [keys.profiles, keys.meta, keys.session],
}

function readAgain(names: readonly (readonly string[])[]): void {
  for (const queryKey of names) void queryClient.invalidateQueries({ queryKey })
}

function patchRecord({ object, id, record }: LiveChange): void {
  if (!record) return
  queryClient.setQueryData<Rec>(keys.record(object, id), (known) =>
    known && known.version <= record.version ? { ...known, ...record } : known,
  )
}

type Cached = Page<Rec> | InfiniteData<Page<Rec>> | undefined

function patchLists({ object, id, record }: LiveChange): void {
  queryClient.setQueriesData<Cached>({ queryKey: keys.list(object) }, (cached) => {
    if (!cached) return cached
    if ('pages' in cached) return { ...cached, pages: cached.pages.map((page) => patchPage(page, id, record)) }
    return 'items' in cached ? patchPage(cached, id, record) : cached
  })
}

/** Only members that the list asked for are taken over; paths over links wait for the next reading. */
export function patchPage(page: Page<Rec>, id: string, record: Rec | null): Page<Rec> {
  if (!page.items.some((item) => item.id === id)) return page
  if (!record) return { ...page, items: page.items.filter((item) => item.id !== id) }
  return { ...page, items: page.items.map((item) => (item.id === id ? merge(item, record) : item)) }
}

function merge(item: Rec, record: Rec): Rec {
  if (item.version > record.version) return item
  const asked = Object.keys(item).filter((name) => name in record)
  return { ...item, ...Object.fromEntries(asked.map((name) => [name, record[name]])) }
}

const waiting = new Map<string, Set<string>>()

function refreshSoon(object: string, id: string): void {
  const known = waiting.get(object)
  if (known) {
    known.add(id)
    return
  }
  waiting.set(object, new Set([id]))
  setTimeout(() => {
    const ids = waiting.get(object) ?? new Set()
    waiting.delete(object)
    refresh(object, ids)
  }, WAIT)
}

function refresh(object: string, ids: ReadonlySet<string>): void {
  for (const queryKey of [keys.list(object), keys.aggregate(object), keys.changes]) {
    void queryClient.invalidateQueries({ queryKey })
  }
  for (const id of ids) {
    void queryClient.invalidateQueries({ queryKey: keys.timeline(object, id) })
    void queryClient.invalidateQueries({ queryKey: keys.history(object, id) })
  }
  // A task or a call stands in the timelines of the records that it is about; only the one on screen reads again.
  if (isActivity(object)) void queryClient.invalidateQueries({ queryKey: keys.timeline() })
}

function isActivity(name: string): boolean {
  const meta = queryClient.getQueryData<Meta>(keys.meta)
  return Boolean(meta?.objects.find((object) => object.name === name)?.config?.timeline)
}
