/** One record as a card: who and how much, what comes next, and what is wrong with it. */

import { useDraggable } from '@dnd-kit/core'
import { IconAlertTriangle, IconClock, IconGripVertical } from '@tabler/icons-react'
import { memo } from 'react'
import { Avatar } from '@/design'
import { formatDay } from '@/platform/format'
import { t } from '@/platform/i18n'
import { titleOf } from '@/platform/meta'
import type { LinkValue, ObjectMeta, Rec } from '@/platform/types'
import { freshFields, useEntry } from '../data/store'
import { findOption } from '../fields/choice/options'
import { FieldValue } from '../fields/FieldValue'
import { findField } from '../meta/paths'
import { RecordLink } from '../parts/RecordLink'
import { isEmpty } from '../store/entry'
import classes from './board.module.css'
import type { BoardPlan } from './lanes'
import { NEXT_STEP, NEXT_STEP_AT, signalOf, stageField } from './signals'

interface CardProps {
  readonly object: ObjectMeta
  readonly board: BoardPlan
  readonly id: string
  readonly peeked?: boolean
  readonly onPeek?: ((id: string) => void) | undefined
}

export const Card = memo(function Card(props: CardProps) {
  const { object, id, onPeek } = props
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, isDragging } = useDraggable({
    id,
    disabled: !object.rights.update,
  })
  const entry = useEntry(object.name, id)
  if (!entry) return null
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dragging by mouse or finger; the handle does it by keys
    // biome-ignore lint/a11y/useKeyWithClickEvents: the title is a link for the keyboard
    <div
      ref={setNodeRef}
      className={classes.place}
      data-dragging={isDragging || undefined}
      onMouseDown={listeners?.onMouseDown as React.MouseEventHandler | undefined}
      onTouchStart={listeners?.onTouchStart as React.TouchEventHandler | undefined}
      onClick={(event) => {
        if (!(event.target as HTMLElement).closest('a, button')) onPeek?.(id)
      }}
    >
      <CardFace {...props} />
      {object.rights.update ? (
        <button
          ref={setActivatorNodeRef}
          type="button"
          className={classes.grip}
          {...attributes}
          aria-label={t('engine.board.move', { name: titleOf(object, entry.view) })}
          onKeyDown={listeners?.onKeyDown as React.KeyboardEventHandler | undefined}
        >
          <IconGripVertical size={16} aria-hidden />
        </button>
      ) : null}
    </div>
  )
})

export function CardFace({ object, board, id, peeked, lifted }: CardProps & { readonly lifted?: boolean }) {
  const rec = useEntry(object.name, id)?.view
  if (!rec) return null
  const stage = stageField(object) ?? board.field
  const option = findOption(stage, rec[stage.name])
  const signal = signalOf(object, rec, option)
  const owner = rec.owner as LinkValue | null | undefined
  const next = rec[NEXT_STEP]
  const title = titleOf(object, rec) || t('engine.untitled')
  return (
    <article
      className={classes.card}
      data-lifted={lifted || undefined}
      data-peeked={peeked || undefined}
      data-fresh={freshFields(object.name, id) ? true : undefined}
    >
      <RecordLink object={object.name} record={id} className={classes.title} draggable={false}>
        {title}
      </RecordLink>
      <Facts object={object} board={board} rec={rec} />
      <footer className={classes.cardFoot}>
        {signal ? (
          <span className={classes.signal} data-tone={signal.tone}>
            <IconAlertTriangle size={14} aria-hidden /> {signal.text}
          </span>
        ) : typeof next === 'string' && next ? (
          <span className={classes.next} title={next}>
            <IconClock size={14} aria-hidden /> <span>{nextWords(rec, next)}</span>
          </span>
        ) : (
          <span />
        )}
        {owner?.label ? <Avatar name={owner.label} size={22} named /> : null}
      </footer>
    </article>
  )
}

const nextWords = (rec: Rec, next: string): string =>
  `${formatDay(String(rec[NEXT_STEP_AT] ?? '').slice(0, 10))} · ${next}`

const FACTS = 3

function Facts({ object, board, rec }: { object: ObjectMeta; board: BoardPlan; rec: Rec }) {
  const shown = (object.layout?.highlights ?? [])
    .filter((name) => name !== board.field.name && name !== board.parent?.name && name !== 'owner')
    .filter((name) => !isEmpty(rec[name]))
    .slice(0, FACTS)
  return (
    <div className={classes.facts}>
      {shown.map((name) => {
        const field = findField(object, name)
        return field ? (
          <span key={name} className={classes.fact} data-money={field.kind === 'money' || undefined}>
            <FieldValue field={field} value={rec[name]} />
          </span>
        ) : null
      })}
    </div>
  )
}
