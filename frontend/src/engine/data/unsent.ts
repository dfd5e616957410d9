/** What was typed but has not reached the server: sent again when it can be reached, kept on this device until then. */

import { ApiProblem } from '@/platform/api'
import { onOnlineChange } from '@/platform/online'
import { clearDraft, keepDraft, readDraft } from '../form/draft'

type Values = Readonly<Record<string, unknown>>

export interface Unsent {
  readonly values: Values
  /** What the person saw when they typed it. */
  readonly version?: number | undefined
}

const FIRST_PAUSE = 1_000
const LONGEST_PAUSE = 15_000
const DOWN: ReadonlySet<number> = new Set([0, 502, 503, 504])

/** Tries until there is an answer: a line that is down and a server that starts anew cost time, not words. */
export async function untilAnswered<T>(send: () => Promise<T>): Promise<T> {
  for (let pause = FIRST_PAUSE; ; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
    try {
      return await send()
    } catch (error) {
      if (!(error instanceof ApiProblem) || !DOWN.has(error.status)) throw error
    }
    await backOnlineOr(pause)
  }
}

function backOnlineOr(pause: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      off()
      resolve()
    }
    const timer = setTimeout(done, pause)
    const off = onOnlineChange(done)
  })
}

const keyOf = (object: string, id: string): string => `unsent.${object}.${id}`
const onTheWay = new Map<string, number>()

/** Keeps values safe while they are on their way; returns how to let go of them once there is an answer. */
export function holdUnsent(object: string, id: string, { values, version }: Unsent): () => void {
  const key = keyOf(object, id)
  const known = readDraft<Unsent>(key)
  keepDraft(key, { values: { ...known?.values, ...values }, version: known?.version ?? version })
  onTheWay.set(key, (onTheWay.get(key) ?? 0) + 1)
  return () => {
    const left = (onTheWay.get(key) ?? 1) - 1
    if (left > 0) {
      onTheWay.set(key, left)
      return
    }
    onTheWay.delete(key)
    clearDraft(key)
  }
}

/** What an earlier visit could not send, if nothing of it is on its way now. */
export function takeUnsent(object: string, id: string): Unsent | undefined {
  const key = keyOf(object, id)
  return onTheWay.has(key) ? undefined : readDraft<Unsent>(key)
}
