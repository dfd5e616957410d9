/** Links of the side bar in the person's own order: dragged, or moved with Alt and an arrow key. */

import { type DragEvent, type KeyboardEvent, type ReactNode, useState } from 'react'
import { cx } from '@/design'
import { t } from '@/platform/i18n'
import classes from './SideBar.module.css'
import { moved } from './sidebarState'

export interface SortableLinksProps {
  readonly ids: readonly string[]
  readonly onOrder: (ids: readonly string[]) => void
  readonly children: (id: string) => ReactNode
}

const TYPE = 'application/x-kith-link'
const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }

export function SortableLinks({ ids, onOrder, children }: SortableLinksProps) {
  const [over, setOver] = useState<string>()
  const onKeyDown = (id: string) => (event: KeyboardEvent) => {
    const step = event.altKey ? STEPS[event.key] : undefined
    const target = step === undefined ? undefined : ids[ids.indexOf(id) + step]
    if (!target) return
    event.preventDefault()
    onOrder(moved(ids, id, target))
  }
  const onDrop = (target: string) => (event: DragEvent) => {
    setOver(undefined)
    const id = event.dataTransfer.getData(TYPE)
    if (!ids.includes(id)) return
    event.preventDefault()
    onOrder(moved(ids, id, target))
  }
  return (
    <ul className={classes.list} aria-description={t('nav.move')}>
      {ids.map((id) => (
        <li
          key={id}
          draggable
          className={cx(over === id && classes.over)}
          onKeyDown={onKeyDown(id)}
          onDragStart={(event) => event.dataTransfer.setData(TYPE, id)}
          onDragOver={(event) => {
            if (!event.dataTransfer.types.includes(TYPE)) return
            event.preventDefault()
            setOver(id)
          }}
          onDragLeave={() => setOver(undefined)}
          onDrop={onDrop(id)}
        >
          {children(id)}
        </li>
      ))}
    </ul>
  )
}
