/** Keys, safely: nothing reacts to a key that an input method is still using to compose a word. */

import type { KeyboardEvent } from 'react'

/** True while a Chinese, Japanese or Korean word is being composed; 229 is what Safari reports. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.keyCode === 229
}

/** Ctrl+Enter or Ctrl+S; the latter would otherwise save the page as a file. */
export const isSaveKey = (event: KeyboardEvent): boolean =>
  (event.key === 'Enter' || event.key.toLowerCase() === 's') &&
  (event.metaKey || event.ctrlKey) &&
  !event.altKey &&
  !isComposing(event)

/** Steps an index through a list and round its ends. */
export function step(index: number, by: number, length: number): number {
  return length === 0 ? -1 : (index + by + length) % length
}
