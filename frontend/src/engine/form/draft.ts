/** What was typed but not sent, kept over a reload of the tab and no longer. */

export function keepDraft(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(`kith.draft.${key}`, JSON.stringify(value))
  } catch {
    // A full or forbidden storage costs the safety net, not the work.
  }
}

export function readDraft<T>(key: string): T | undefined {
  try {
    const text = sessionStorage.getItem(`kith.draft.${key}`)
    return text ? (JSON.parse(text) as T) : undefined
  } catch {
    return undefined
  }
}

export function clearDraft(key: string): void {
  try {
    sessionStorage.removeItem(`kith.draft.${key}`)
  } catch {
    // See above.
  }
}
