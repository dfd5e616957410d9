/** A board of any object: a column per option, cards that are moved by mouse, finger or keys. */

import { closestCenter, DndContext, DragOverlay, pointerWithin } from '@dnd-kit/core'
import { useMemo } from 'react'
import { EmptyState, ObjectIcon, SegmentedControl, useIsPhone } from '@/design'
import { t } from '@/platform/i18n'
import { useWatch } from '@/platform/live'
import type { ObjectMeta } from '@/platform/types'
import { NeedSheet } from '../form/NeedSheet'
import type { ChangePlan, ListPlan } from '../list/useListPlan'
import classes from './board.module.css'
import { CardFace } from './Card'
import { Column } from './Column'
import { boardPlan } from './lanes'
import { useBoardSources, useBoardTotals } from './useBoard'
import { useMove } from './useMove'

/** How the column of records without a value is called in the address. */
const NO_VALUE = '-'

/** Of more columns than this only those that hold something are drawn, and read from the server. */
const MANY = 50

interface BoardProps {
  readonly object: ObjectMeta
  readonly plan: ListPlan
  readonly change: ChangePlan
  readonly onPeek: (id: string | undefined) => void
}

export function Board({ object, plan, change, onPeek }: BoardProps) {
  useWatch(object.name)
  const phone = useIsPhone()
  const { group, lane: path, where, folded } = plan
  const frame = useMemo(() => boardPlan(object, group, path, where), [object, group, path, where])
  const totals = useBoardTotals(object, plan, frame)
  const found = totals?.found
  const board = useMemo(() => boardPlan(object, group, path, where, found), [object, group, path, where, found])
  const many = (board?.lanes.length ?? 0) > MANY
  const sources = useBoardSources(object, plan, board)
  const fold = (key: string): void =>
    change({ folded: folded.includes(key) ? folded.filter((each) => each !== key) : [...folded, key] })
  const move = useMove(object, board, sources)
  if (!board) {
    return (
      <EmptyState
        icon={<ObjectIcon name={object.icon} size={28} />}
        title={t('engine.board.none')}
        body={t('engine.board.none_body')}
      />
    )
  }
  return (
    <div className={classes.page}>
      {board.parent && !board.settled ? (
        <div className={classes.parents}>
          <SegmentedControl
            aria-label={board.parent.label}
            data={(board.parent.options ?? [])
              .filter((option) => !option.retired)
              .map((option) => ({ value: option.key, label: option.label }))}
            value={board.chosen ?? ''}
            onChange={(lane) => change({ lane })}
          />
        </div>
      ) : null}
      <DndContext
        sensors={move.sensors}
        collisionDetection={(given) => {
          const under = pointerWithin(given)
          return under.length > 0 ? under : closestCenter(given)
        }}
        autoScroll={{ threshold: { x: 0.15, y: 0.15 } }}
        accessibility={move.accessibility}
        onDragStart={move.onDragStart}
        onDragCancel={move.onDragCancel}
        onDragEnd={move.onDragEnd}
      >
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
        <section className={classes.columns} aria-label={object.plural} tabIndex={0}>
          {board.lanes.map((lane, index) => (
            <Column
              key={lane.key ?? ''}
              object={object}
              board={board}
              lane={lane}
              source={sources[index]}
              total={totals?.of.get(lane.key ?? '')}
              quiet={(lane.key === null || many) && !totals?.of.get(lane.key ?? '')?.count}
              folded={folded.includes(lane.key ?? NO_VALUE)}
              onFold={() => fold(lane.key ?? NO_VALUE)}
              dragged={move.dragged}
              peeked={plan.peek}
              onPeek={phone ? undefined : onPeek}
            />
          ))}
        </section>
        <DragOverlay dropAnimation={{ duration: 150, easing: 'ease-out' }}>
          {move.dragged ? <CardFace object={object} board={board} id={move.dragged} lifted /> : null}
        </DragOverlay>
      </DndContext>
      {move.needs ? <NeedSheet {...move.needs} object={object} /> : null}
    </div>
  )
}
