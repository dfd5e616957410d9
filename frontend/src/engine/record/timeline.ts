/** Turns the lines of a timeline into what people read: by day, one voice at a time, small changes told together. */

import type { Change, FieldChange } from '@/platform/types'

export type Entry =
  | { readonly type: 'activity'; readonly key: string; readonly at: string; readonly change: Change }
  | { readonly type: 'changes'; readonly key: string; readonly at: string; readonly changes: readonly Change[] }

export interface Day {
  readonly day: string
  readonly entries: readonly Entry[]
}

/** The log comes in the order of writing; what was entered later for an earlier day belongs to that day. */
export function newestFirst(items: readonly Change[]): readonly Change[] {
  return items.toSorted((one, other) => Date.parse(other.at) - Date.parse(one.at))
}

/** Changes by one person within this time read as one. */
const TOGETHER = 10 * 60_000

/** `items` come newest first; `dayOf` gives the reader's calendar day of a moment. */
export function readTimeline(items: readonly Change[], dayOf: (at: string) => string): readonly Day[] {
  const days: { day: string; entries: Entry[] }[] = []
  for (const item of items) {
    const day = dayOf(item.at)
    let open = days.at(-1)
    if (open?.day !== day) {
      open = { day, entries: [] }
      days.push(open)
    }
    const last = open.entries.at(-1)
    if (last?.type === 'changes' && joins(last.changes, item)) {
      open.entries[open.entries.length - 1] = { ...last, changes: [...last.changes, item] }
    } else {
      open.entries.push(entryOf(item))
    }
  }
  return days
    .map(({ day, entries }) => ({ day, entries: entries.filter(saysSomething) }))
    .filter(({ entries }) => entries.length > 0)
}

/** What went there and back within minutes is no news. */
function saysSomething(entry: Entry): boolean {
  return entry.type === 'activity' || !entry.changes.every(isUpdate) || netChanges(entry.changes).length > 0
}

function entryOf(item: Change): Entry {
  const base = { key: String(item.id), at: item.at }
  return item.kind === 'activity'
    ? { type: 'activity', ...base, change: item }
    : { type: 'changes', ...base, changes: [item] }
}

function joins(group: readonly Change[], item: Change): boolean {
  const last = group.at(-1)
  if (!last || item.kind === 'activity') return false
  const close = Math.abs(Date.parse(last.at) - Date.parse(item.at)) <= TOGETHER
  return close && last.actor?.id === item.actor?.id && isUpdate(last) && isUpdate(item)
}

const isUpdate = (item: Change): boolean => item.action === 'update'

/** What a run of changes comes to, field by field: the oldest "before" and the newest "after". */
export function netChanges(changes: readonly Change[]): readonly FieldChange[] {
  const net = new Map<string, FieldChange>()
  for (const change of [...changes].reverse()) {
    for (const each of change.changes ?? []) {
      const known = net.get(each.field)
      net.set(each.field, known ? { ...known, after: each.after } : each)
    }
  }
  return [...net.values()].filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
}
