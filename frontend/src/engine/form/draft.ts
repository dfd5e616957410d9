/** What somebody typed but did not send: kept on this device for this person only, over a reload, a crash, a sign-out. */

import { keys } from '@/platform/keys'
import { queryClient } from '@/platform/query'
import type { Me } from '@/platform/types'

const DAYS_KEPT = 30
const DAY = 86_400_000

interface Kept {
  readonly at: number
  readonly value: unknown
}

export function keepDraft(key: string, value: unknown): void {
  try {
    localStorage.setItem(place(key), JSON.stringify({ at: Date.now(), value } satisfies Kept))
  } catch {
    // A full or forbidden storage costs the safety net, not the work.
  }
}

export function readDraft<T>(key: string): T | undefined {
  try {
    const text = localStorage.getItem(place(key))
    const kept = text ? (JSON.parse(text) as Kept) : undefined
    return kept && kept.at > Date.now() - DAYS_KEPT * DAY ? (kept.value as T) : undefined
  } catch {
    return undefined
  }
}

export function clearDraft(key: string): void {
  try {
    localStorage.removeItem(place(key))
  } catch {
    // See above.
  }
}

/** Forgets what nobody came back for, whoever it belonged to. */
export function sweepDrafts(now: number = Date.now()): void {
  try {
    for (const name of Object.keys(localStorage).filter((each) => each.startsWith(PREFIX))) {
      const { at } = JSON.parse(localStorage.getItem(name) ?? '{}') as Partial<Kept>
      if (!at || at < now - DAYS_KEPT * DAY) localStorage.removeItem(name)
    }
  } catch {
    // See above.
  }
}

const PREFIX = 'kith.draft.'

/** Two people who share a browser do not read each other's drafts; nor do two workspaces. */
function place(key: string): string {
  const me = queryClient.getQueryData<Me>(keys.session)
  return `${PREFIX}${me?.workspace.slug ?? ''}.${me?.user.id ?? ''}.${key}`
}
