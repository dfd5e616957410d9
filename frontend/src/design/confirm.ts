/** Asking before something that cannot simply be undone; prefer doing it with an undo toast. */

import type { ReactNode } from 'react'
import { createStore } from '@/lib/store'

export interface Question {
  readonly title: string
  readonly body?: ReactNode
  /** The word on the button that does it: a verb, not "OK". */
  readonly action: string
  readonly danger?: boolean
}

export interface Asked extends Question {
  readonly answer: (yes: boolean) => void
}

export const asked = createStore<Asked | null>(null)

export function confirm(question: Question): Promise<boolean> {
  return new Promise((resolve) => {
    asked.get()?.answer(false)
    asked.set({ ...question, answer: resolve })
  })
}
