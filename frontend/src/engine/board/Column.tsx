/** One column: its name and colour, its figures, its cards, and more of them as one scrolls. */

import { useDroppable } from '@dnd-kit/core'
import { IconChevronsLeft, IconChevronsRight, IconPlus } from '@tabler/icons-react'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type ComponentProps, useEffect, useRef } from 'react'
import { Button, chipColors, IconButton } from '@/design'
import { requestCreate } from '@/platform/create'
import { formatMoney, formatNumber } from '@/platform/format'
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
  readonly folded: boolean
  readonly onFold: () => void
  readonly peeked: string | undefined
  readonly onPeek: ((id: string) => void) | undefined
  /** The card that is being carried: it must stay drawn. */
  readonly dragged: string | undefined
}

export function Column(props: ColumnProps) {
  const { board, lane, source, quiet, folded, total } = props
  const { setNodeRef, isOver } = useDroppable({ id: laneId(lane), disabled: quiet || !source })
  if (!source || quiet) return null
  const label = lane.label ?? t('engine.board.empty')
  const frame = {
    ref: setNodeRef,
    className: classes.column,
    'data-over': isOver || undefined,
    'data-folded': folded || undefined,
    style: chipColors(lane.option ? optionColor(lane.option.color) : 'gray'),
    'aria-label': label,
  }
  if (!folded) return <Filled {...props} source={source} label={label} frame={frame} />
  return (
    <section {...frame}>
      <button
        type="button"
        className={classes.unfold}
        aria-expanded={false}
        aria-label={t('engine.board.unfold', { column: label })}
        onClick={props.onFold}
      >
        <IconChevronsRight size={16} aria-hidden />
        <span className={classes.dot} aria-hidden />
        <span className={classes.upright}>
          {label} <span className={classes.count}>{total?.count ?? 0}</span>
          {board.money && total?.sum ? ` · ${formatMoney(total.sum, { compact: true })}` : ''}
        </span>
      </button>
    </section>
  )
}

interface FilledProps extends ColumnProps {
  readonly source: ListSource
  readonly label: string
  readonly frame: ComponentProps<'section'>
}

const TALL = 112

function Filled(props: FilledProps) {
  const { object, board, lane, source, label, frame, total, onFold, peeked, onPeek, dragged } = props
  const view = useListView(source)
  const box = useRef<HTMLElement>(null)
  const carried = dragged ? view.ids.indexOf(dragged) : -1
  const cards = useVirtualizer({
    count: view.ids.length,
    getScrollElement: () => box.current,
    estimateSize: () => TALL,
    getItemKey: (index) => view.ids[index] ?? index,
    gap: 8,
    overscan: 4,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range)
      return carried < 0 || drawn.includes(carried) ? drawn : [...drawn, carried].sort((one, other) => one - other)
    },
  })
  const shown = cards.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  const count = total?.count ?? view.total ?? 0
  useEffect(() => {
    source.see(shown[0]?.index ?? 0, last)
    if (last >= view.ids.length - AHEAD && !view.complete && !view.error) void source.loadMore()
  }, [source, view, shown[0]?.index, last])
  const values = {
    ...(board.parent && board.chosen ? { [board.parent.name]: board.chosen } : {}),
    ...(lane.key === null ? {} : { [board.field.name]: lane.value }),
  }
  return (
    <section {...frame}>
      <header className={classes.head}>
        <span className={classes.dot} aria-hidden />
        <h2 className={classes.name} title={label}>
          {label}
        </h2>
        <span className={classes.count}>{formatNumber(count)}</span>
        <span className={classes.headActs}>
          <IconButton size="sm" label={t('engine.board.fold', { column: label })} onClick={onFold}>
            <IconChevronsLeft size={16} />
          </IconButton>
          {object.rights.create ? (
            <IconButton
              size="sm"
              label={t('engine.board.add', { object: object.label, column: label })}
              onClick={() => requestCreate(object.name, values)}
            >
              <IconPlus size={16} />
            </IconButton>
          ) : null}
        </span>
        {board.money ? <span className={classes.sum}>{formatMoney(total?.sum ?? 0, { compact: true })}</span> : null}
      </header>
      <section
        ref={box}
        className={classes.cards}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
        tabIndex={0}
        aria-label={t('engine.board.cards', { column: label })}
      >
        <div className={classes.pile} style={{ height: cards.getTotalSize() }}>
          {shown.map(({ index, start, key }) => {
            const id = view.ids[index]
            return id ? (
              <div
                key={key}
                ref={cards.measureElement}
                data-index={index}
                className={classes.slot}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Card object={object} board={board} id={id} peeked={peeked === id} onPeek={onPeek} />
              </div>
            ) : null
          })}
        </div>
        {view.status === 'failed' || view.error ? (
          <Button variant="quiet" onClick={() => void (view.status === 'failed' ? source.load() : source.loadMore())}>
            {t('action.retry')}
          </Button>
        ) : null}
        {view.status === 'loading' ? (
          <div className={classes.waiting} role="status" aria-label={t('state.loading')} />
        ) : null}
        {view.status === 'ready' && view.ids.length === 0 ? (
          <p className={classes.nobody}>{t('engine.board.drop_here')}</p>
        ) : null}
      </section>
    </section>
  )
}

const AHEAD = 10
