/** Several like changes in a row are one piece of news: "added 6 contacts" instead of six lines. Pure. */

import type { Change } from '@/platform/types'

export interface ChangeGroup {
  readonly first: Change
  readonly all: readonly Change[]
}

/** Changes of fields stay single: each says what moved from where to where. */
const TOGETHER: ReadonlySet<string> = new Set(['create', 'delete', 'restore'])
const MINUTES = 30

export function groupChanges(changes: readonly Change[]): readonly ChangeGroup[] {
  const groups: ChangeGroup[] = []
  for (const change of changes) {
    const last = groups.at(-1)
    if (last && belongs(last, change)) groups[groups.length - 1] = { ...last, all: [...last.all, change] }
    else groups.push({ first: change, all: [change] })
  }
  return groups
}

function belongs({ all, first }: ChangeGroup, change: Change): boolean {
  const before = all.at(-1) ?? first
  return (
    TOGETHER.has(change.action) &&
    change.action === first.action &&
    objectOf(change) === objectOf(first) &&
    change.actor?.id === first.actor?.id &&
    Math.abs(Date.parse(before.at) - Date.parse(change.at)) < MINUTES * 60_000
  )
}

export const objectOf = (change: Change): string => change.object ?? change.record?.object ?? ''
