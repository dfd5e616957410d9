/** Where the columns of a list stand: their widths, which stay on the left, and which are in sight. */

import { type RefObject, useEffect, useMemo, useState } from 'react'
import type { ObjectMeta } from '@/platform/types'
import { useWidths, widthKey } from './columns'
import type { ListPlan } from './useListPlan'
import { columnsInSight, type Range, sameRange } from './window'

export interface ColumnPlaces {
  /** The tracks of the grid. */
  readonly template: string
  /** The columns to draw, by index. */
  readonly drawn: readonly number[]
  /** How many stay in sight on the left, and where each of them stands. */
  readonly pins: number
  readonly lefts: readonly number[]
}

/** So few columns are all drawn: they cost less than finding out which are in sight. */
const FEW = 24
const CHECK = 40

export function useColumnPlaces(box: RefObject<HTMLElement | null>, object: ObjectMeta, plan: ListPlan): ColumnPlaces {
  const widths = useWidths()
  const sizes = useMemo(
    () => plan.columns.map(({ path, width }) => widths[widthKey(object.name, path)] ?? width),
    [plan.columns, widths, object.name],
  )
  const pins = Math.min(plan.pins, plan.columns.length)
  const starts = useMemo(() => startsOf(sizes), [sizes])
  const range = useSight(box, starts, pins)
  return useMemo(
    () => ({
      template: ['var(--check-w)', ...sizes.map((size) => `${size}px`), '1fr'].join(' '),
      drawn: sizes.map((_, at) => at).filter((at) => at < pins || (at >= range.first && at < range.end)),
      pins,
      lefts: starts.slice(0, pins).map((start) => start + CHECK),
    }),
    [sizes, starts, range, pins],
  )
}

function startsOf(sizes: readonly number[]): readonly number[] {
  const starts = [0]
  for (const size of sizes) starts.push((starts.at(-1) ?? 0) + size)
  return starts
}

const ALL: Range = { first: 0, end: Number.POSITIVE_INFINITY }

function useSight(box: RefObject<HTMLElement | null>, starts: readonly number[], pins: number): Range {
  const few = starts.length <= FEW
  const [range, setRange] = useState<Range>({ first: 0, end: FEW })
  useEffect(() => {
    const { current } = box
    if (few || !current) return
    const look = (): void => {
      const next = columnsInSight(starts, current.scrollLeft, current.clientWidth, pins)
      setRange((present) => (sameRange(present, next) ? present : next))
    }
    look()
    current.addEventListener('scroll', look, { passive: true })
    return () => current.removeEventListener('scroll', look)
  }, [box, few, starts, pins])
  return few ? ALL : range
}
