/** One column: its name and colour, its figures, its cards, and more of them as one scrolls. */

import { useDroppable } from '@dnd-kit/core'
import { IconPlus } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { Button, chipColors, IconButton } from '@/design'
import { requestCreate } from '@/platform/create'
import { formatMoney } from '@/platform/format'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import type { ListSource } from '../data/ListSource'
import { useListView } from '../data/list'
import { optionColor } from '../fields/parts/OptionChip'
import classes from './board.module.css'
import { Card } from './Card'
import type { BoardPlan, Lane } from './lanes'
import type { LaneTotal } from './useBoard'
import { laneId } from './useMove'

interface ColumnProps {
  readonly object: ObjectMeta
  readonly board: BoardPlan
  readonly lane: Lane
  readonly source: ListSource | undefined
  readonly total: LaneTotal | undefined
  /** Nobody is in it and nobody need see it. */
  readonly quiet: boolean
  readonly peeked: string | undefined
  readonly onPeek: ((id: string) => void) | undefined
}

export function Column(props: ColumnProps) {
  return props.source && !props.quiet ? <Filled {...props} source={props.source} /> : null
}

function Filled({ object, board, lane, source, total, peeked, onPeek }: ColumnProps & { source: ListSource }) {
  const view = useListView(source)
  const { setNodeRef, isOver } = useDroppable({ id: laneId(lane) })
  const end = useRef<HTMLDivElement>(null)
  useMore(end, source)
  const label = lane.option?.label ?? t('engine.board.empty')
  const count = total?.count ?? view.total ?? 0
  const values = {
    ...(board.parent && board.chosen ? { [board.parent.name]: board.chosen } : {}),
    ...(lane.key === null ? {} : { [board.field.name]: lane.key }),
  }
  return (
    <section
      ref={setNodeRef}
      className={classes.column}
      data-over={isOver || undefined}
      style={chipColors(optionColor(lane.option?.color))}
      aria-label={label}
    >
      <header className={classes.head}>
        <span className={classes.dot} aria-hidden />
        <h2 className={classes.name}>{label}</h2>
        <span className={classes.count}>{count}</span>
        {object.rights.create ? (
          <IconButton
            size="sm"
            label={t('engine.board.add', { object: object.label, column: label })}
            onClick={() => requestCreate(object.name, values)}
          >
            <IconPlus size={16} />
          </IconButton>
        ) : null}
        {board.money ? <span className={classes.sum}>{formatMoney(total?.sum ?? 0, { compact: true })}</span> : null}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={classes.cards} tabIndex={0} aria-label={t('engine.board.cards', { column: label })}>
        {view.ids.map((id) => (
          <Card key={id} object={object} board={board} id={id} peeked={peeked === id} onPeek={onPeek} />
        ))}
        {view.status === 'failed' ? (
          <Button variant="quiet" onClick={() => void source.load()}>
            {t('action.retry')}
          </Button>
        ) : null}
        {view.status === 'loading' ? (
          <div className={classes.waiting} role="status" aria-label={t('state.loading')} />
        ) : null}
        {view.status === 'ready' && view.ids.length === 0 ? (
          <p className={classes.nobody}>{t('engine.board.drop_here')}</p>
        ) : null}
        <div ref={end} />
      </section>
    </section>
  )
}

/** Fetches on when the end of the column comes into sight. */
function useMore(end: React.RefObject<HTMLElement | null>, source: ListSource): void {
  useEffect(() => {
    const { current } = end
    if (!current) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) void source.loadMore()
      },
      { rootMargin: '300px' },
    )
    observer.observe(current)
    return () => observer.disconnect()
  }, [end, source])
}
