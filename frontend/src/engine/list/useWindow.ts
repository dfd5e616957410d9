/** Draws of a long list what is in sight. Rows of one height need no measuring, so a hundred thousand cost nothing. */

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { approach, paced, type Range, rowsInSight, sameRange, widened } from './window'

const AROUND = 8
/** New rows in the first frame; the next ones draw on, at the pace that this machine keeps. */
const BUDGET = 3
const START: Range = { first: 0, end: 30 }

interface Win {
  /** What is drawn. */
  readonly range: Range
  readonly scrollTo: (index: number) => void
}

/** `head` is the height of what stays above the rows. */
export function useWindow(box: RefObject<HTMLElement | null>, count: number, rowHeight: number, head: number): Win {
  const [drawn, setDrawn] = useState(START)
  const latest = useRef({ drawn, count, rowHeight })
  latest.current = { drawn, count, rowHeight }
  const frame = useRef(0)
  // What was asked for has not been drawn yet: asking again would make the next frame twice as long.
  const waiting = useRef(false)
  const pace = useRef({ budget: BUDGET, at: 0 })
  const look = useCallback(() => {
    const { current } = box
    if (!current || waiting.current) return
    const { drawn: now, count: n, rowHeight: high } = latest.current
    const sight = rowsInSight(current.scrollTop, current.clientHeight - head, high, n)
    const next = approach(now, sight, widened(sight, AROUND, n), pace.current.budget)
    if (sameRange(next, now)) return
    const at = performance.now()
    pace.current = { budget: paced(pace.current.budget, at - pace.current.at), at }
    waiting.current = true
    setDrawn(next)
  }, [box, head])
  useEffect(() => {
    const { current } = box
    if (!current) return
    current.addEventListener('scroll', look, { passive: true })
    const observer = new ResizeObserver(look)
    observer.observe(current)
    return () => {
      current.removeEventListener('scroll', look)
      observer.disconnect()
      cancelAnimationFrame(frame.current)
    }
  }, [box, look])
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows drawn, another count or height: look again
  useLayoutEffect(() => {
    waiting.current = false
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(look)
  }, [look, drawn, count, rowHeight])
  const scrollTo = useCallback(
    (index: number) => {
      const { current } = box
      if (!current || index < 0) return
      const top = index * latest.current.rowHeight
      const room = current.clientHeight - head - latest.current.rowHeight
      if (top < current.scrollTop) current.scrollTop = top
      else if (top > current.scrollTop + room) current.scrollTop = top - room
    },
    [box, head],
  )
  return { range: { first: drawn.first, end: Math.min(drawn.end, count) }, scrollTo }
}
