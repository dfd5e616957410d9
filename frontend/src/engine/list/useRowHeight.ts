/** The height of a row in pixels, as the tokens say for this density and this kind of pointer. */

import { useEffect, useState } from 'react'
import { usePrefs } from '@/platform/prefs'

export function useRowHeight(): number {
  const { density } = usePrefs()
  const [height, setHeight] = useState(40)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the density changes the token that is read
  useEffect(() => {
    const token = getComputedStyle(document.documentElement).getPropertyValue('--row-h')
    const read = Number.parseFloat(token)
    if (read > 0) setHeight(read)
  }, [density])
  return height
}
