/** Pulling a list down from its top looks again: how far it is pulled, and whether letting go will do it. */

import { type RefObject, type TouchEvent, useRef, useState } from 'react'

/** From here on letting go looks again. */
const ENOUGH = 64
const MOST = 96

export interface Pull {
  readonly height: number
  readonly enough: boolean
  readonly handlers: {
    readonly onTouchStart: (event: TouchEvent) => void
    readonly onTouchMove: (event: TouchEvent) => void
    readonly onTouchEnd: () => void
  }
}

export function usePull(box: RefObject<HTMLElement | null>, look: () => void): Pull {
  const [height, setHeight] = useState(0)
  const from = useRef<number>(undefined)
  return {
    height,
    enough: height >= ENOUGH,
    handlers: {
      onTouchStart: ({ touches }) => {
        from.current = box.current?.scrollTop === 0 && touches.length === 1 ? touches[0]?.clientY : undefined
      },
      onTouchMove: ({ touches }) => {
        const touch = touches[0]
        if (from.current === undefined || !touch) return
        setHeight(Math.max(0, Math.min(MOST, (touch.clientY - from.current) / 2)))
      },
      onTouchEnd: () => {
        if (height >= ENOUGH) look()
        from.current = undefined
        setHeight(0)
      },
    },
  }
}
