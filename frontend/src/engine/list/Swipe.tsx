/** A card that is pulled aside with a thumb and shows what can be done with it; the same is on its page. */

import { type ReactNode, type TouchEvent, useRef, useState } from 'react'
import classes from './swipe.module.css'

interface SwipeProps {
  readonly children: ReactNode
  /** What lies behind the card, given how to close it; nothing when there is nothing to do. */
  readonly actions: ((close: () => void) => readonly ReactNode[]) | undefined
}

const WIDE = 76
/** A thumb that has gone this far sideways means it. */
const MEANT = 12

export function Swipe({ children, actions }: SwipeProps) {
  const [open, setOpen] = useState(false)
  const [pulled, setPulled] = useState<number>()
  const start = useRef<{ readonly x: number; readonly y: number; meant?: boolean }>(undefined)
  const shown = actions && (open || pulled !== undefined) ? actions(() => setOpen(false)) : []
  const room = shown.length * WIDE
  const onTouchStart = (event: TouchEvent): void => {
    const touch = event.touches[0]
    if (touch && event.touches.length === 1) start.current = { x: touch.clientX, y: touch.clientY }
  }
  const onTouchMove = (event: TouchEvent): void => {
    const touch = event.touches[0]
    const from = start.current
    if (!touch || !from || from.meant === false) return
    const across = touch.clientX - from.x
    if (from.meant === undefined) {
      const far = Math.max(Math.abs(across), Math.abs(touch.clientY - from.y))
      if (far < MEANT) return
      from.meant = Math.abs(across) > Math.abs(touch.clientY - from.y)
      if (!from.meant) return
    }
    setPulled(Math.min(0, across - (open ? room : 0)))
  }
  const onTouchEnd = (): void => {
    if (pulled !== undefined) setOpen(pulled < -WIDE / 2)
    setPulled(undefined)
    start.current = undefined
  }
  if (!actions) return children
  const offset = pulled === undefined ? (open ? -room : 0) : Math.max(pulled, -room - WIDE / 2)
  return (
    <div
      className={classes.swipe}
      data-open={open || undefined}
      onTouchStart={onTouchStart}
      onTouchMove={onTouchMove}
      onTouchEnd={onTouchEnd}
      onTouchCancel={onTouchEnd}
      onClickCapture={(event) => {
        if (!open || (event.target as HTMLElement).closest('[data-swipe-action]')) return
        event.preventDefault()
        event.stopPropagation()
        setOpen(false)
      }}
    >
      {shown.length > 0 ? <div className={classes.actions}>{shown}</div> : null}
      <div
        className={classes.front}
        data-still={pulled === undefined || undefined}
        style={offset ? { transform: `translateX(${offset}px)` } : undefined}
      >
        {children}
      </div>
    </div>
  )
}
