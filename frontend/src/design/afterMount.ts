/** Overlays are loaded when first opened. They are drawn closed first, so that they move in and know whom to give the focus back to. */

import { useEffect, useState } from 'react'

export function useAfterMount(): boolean {
  const [mounted, setMounted] = useState(false)
  useEffect(() => setMounted(true), [])
  return mounted
}

/** True from the first time on that `wanted` was true. */
export function useOnceWanted(wanted: boolean): boolean {
  const [once, setOnce] = useState(wanted)
  if (wanted && !once) setOnce(true)
  return once || wanted
}
