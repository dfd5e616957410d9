/** Focuses the first control of a box once it is there; its code may still be on the way. */

import { type RefObject, useEffect } from 'react'

export function useFocusInside(box: RefObject<HTMLElement | null>, wanted: boolean): void {
  useEffect(() => {
    if (!wanted) return
    const look = (): boolean => {
      const control = box.current?.querySelector<HTMLElement>('input, textarea, [contenteditable="true"]')
      control?.focus({ preventScroll: true })
      if (control instanceof HTMLInputElement && control.type === 'text') control.select()
      return Boolean(control)
    }
    if (look() || !box.current) return
    const observer = new MutationObserver(() => look() && observer.disconnect())
    observer.observe(box.current, { childList: true, subtree: true })
    return () => observer.disconnect()
  }, [box, wanted])
}
