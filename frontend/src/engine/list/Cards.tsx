/** The list on a phone: one card per record; pulled down from its top it looks again. */

import { useVirtualizer } from '@tanstack/react-virtual'
import { type RefObject, useEffect, useRef } from 'react'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import { touchLists } from '../data/list'
import { CardRow } from './CardRow'
import classes from './cards.module.css'
import { GroupWords } from './GroupHeading'
import { MoreFailed } from './MoreFailed'
import swipe from './swipe.module.css'
import type { ListPlan } from './useListPlan'
import { usePull } from './usePull'
import type { ListRows } from './useRows'
import type { Selection } from './useSelection'

interface CardsProps {
  readonly object: ObjectMeta
  readonly plan: ListPlan
  readonly rows: ListRows
  readonly selection: Selection
  /** Given, a card is looked at beside the list instead of opened. */
  readonly onPeek?: (id: string) => void
  readonly scrollTo?: RefObject<(id: string) => void>
}

const TALL = 76

export function Cards({ object, plan, rows, selection, onPeek, scrollTo }: CardsProps) {
  const box = useRef<HTMLDivElement>(null)
  const { lines, see } = rows
  const pull = usePull(box, () => touchLists(object.name))
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => TALL,
    overscan: 8,
  })
  const shown = virtual.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  const first = shown[0]?.index ?? 0
  useEffect(() => see(first, last), [see, first, last])
  useEffect(() => {
    if (scrollTo) scrollTo.current = (id) => virtual.scrollToIndex(lines.placeOf(id))
  }, [scrollTo, virtual, lines])
  const selecting = selection.ids.size > 0
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={box} className={classes.scroll} tabIndex={0} aria-label={object.plural} {...pull.handlers}>
      <div className={swipe.pull} style={{ height: pull.height }} role="status">
        {pull.height > 0 ? t(pull.enough ? 'engine.pull.release' : 'engine.pull.pull') : null}
      </div>
      <ul className={classes.list} style={{ height: virtual.getTotalSize() }}>
        {shown.map(({ index, start, key }) => {
          const line = lines.at(index)
          if (!line) return null
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={classes.place}
              style={{ transform: `translateY(${start}px)` }}
            >
              {line.type === 'heading' ? (
                <div className={classes.heading} data-level={line.group.level}>
                  {rows.groups ? (
                    <GroupWords object={object} plan={plan} group={line.group} groups={rows.groups} />
                  ) : null}
                </div>
              ) : line.type === 'waiting' ? (
                <div className={classes.waiting} aria-hidden />
              ) : (
                <CardRow
                  object={object}
                  id={line.id}
                  columns={plan.columns}
                  selected={selection.all || selection.ids.has(line.id)}
                  selecting={selecting}
                  peeked={plan.peek === line.id}
                  acts={selection.acts}
                  onPeek={onPeek}
                />
              )}
            </li>
          )
        })}
      </ul>
      <MoreFailed rows={rows} />
    </section>
  )
}
