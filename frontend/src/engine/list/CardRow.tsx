/** One record as a card: led by a face or a name; a long press selects, a thumb pulls it aside for what can be done. */

import { memo, type PointerEvent, useRef } from 'react'
import { Avatar } from '@/design'
import { t } from '@/platform/i18n'
import { titleOf } from '@/platform/meta'
import type { FieldKind, FileValue, LinkValue, ObjectMeta, Rec } from '@/platform/types'
import { freshFields, useEntry } from '../data/store'
import { FieldValue, valueText } from '../fields/FieldValue'
import { filePath } from '../fields/file/path'
import { RecordLink } from '../parts/RecordLink'
import { Tick } from '../parts/Tick'
import { faceOf } from '../slots'
import { isEmpty } from '../store/entry'
import { Swipeable } from './CardActions'
import classes from './cards.module.css'
import { type PlanColumn, pictureField } from './columns'
import type { SelectionActs } from './useSelection'

export interface CardRowProps {
  readonly object: ObjectMeta
  readonly id: string
  readonly columns: readonly PlanColumn[]
  readonly selected: boolean
  readonly selecting: boolean
  readonly peeked: boolean
  readonly onPeek: ((id: string) => void) | undefined
  readonly acts: SelectionActs
}

const LONG = 450

export const CardRow = memo(function CardRow(props: CardRowProps) {
  const { object, id, columns, selected, selecting, peeked, acts, onPeek } = props
  const entry = useEntry(object.name, id)
  const press = useRef<ReturnType<typeof setTimeout>>(undefined)
  const pressed = useRef(false)
  if (!entry) return null
  const rec = entry.view
  const title = titleOf(object, rec) || t('engine.untitled')
  const start = ({ pointerType }: PointerEvent): void => {
    if (pointerType === 'mouse') return
    pressed.current = false
    press.current = setTimeout(() => {
      pressed.current = true
      acts.toggle(id)
    }, LONG)
  }
  const stop = (): void => clearTimeout(press.current)
  const card = (
    <RecordLink
      object={object.name}
      record={id}
      className={classes.card}
      data-selected={selected || peeked || undefined}
      aria-current={peeked || undefined}
      data-fresh={freshFields(object.name, id) ? true : undefined}
      onPointerDown={start}
      onPointerUp={stop}
      onPointerMove={stop}
      onPointerCancel={stop}
      onContextMenu={(event) => event.preventDefault()}
      onClick={(event) => {
        if (!pressed.current && !selecting && onPeek) {
          event.preventDefault()
          onPeek(id)
          return
        }
        if (!pressed.current && !selecting) return
        event.preventDefault()
        if (!pressed.current) acts.toggle(id)
        pressed.current = false
      }}
    >
      {selecting ? (
        <Tick aria-label={t('engine.list.select', { name: title })} checked={selected} readOnly tabIndex={-1} />
      ) : (
        <Face object={object} rec={rec} title={title} />
      )}
      <span className={classes.words}>
        <span className={classes.titleLine}>
          <span className={classes.title}>{title}</span>
          <Amount columns={columns} rec={rec} />
        </span>
        <span className={classes.facts}>
          <Facts columns={columns.slice(1)} rec={rec} />
        </span>
      </span>
    </RecordLink>
  )
  // Beside a record there is no thumb, and what it could do is on the right.
  if (onPeek || selecting) return card
  return (
    <Swipeable object={object} rec={rec} onSelect={() => acts.toggle(id)}>
      {card}
    </Swipeable>
  )
})

function Face({ object, rec, title }: { object: ObjectMeta; rec: Rec; title: string }) {
  const face = faceOf(object.name)
  const owner = rec.owner as LinkValue | null | undefined
  const picture = pictureField(object)
  const photo = picture ? (rec[picture.name] as FileValue | null) : null
  if (face) return <Avatar name={title} kind={face} size={40} src={photo ? filePath(photo.id) : null} />
  return owner?.label ? <Avatar name={owner.label} size={40} /> : null
}

const FACTS = 2

const CHIPS: ReadonlySet<FieldKind> = new Set(['choice', 'multi_choice', 'tags'])

const ELSEWHERE: ReadonlySet<FieldKind> = new Set(['checkbox', 'money', 'user', 'image'])

/** The amount stands at the end of the line, where the eye looks for it. */
function Amount({ columns, rec }: { columns: readonly PlanColumn[]; rec: Rec }) {
  const money = columns.find(({ field, path }) => field.kind === 'money' && !isEmpty(rec[path]))
  return money ? <span className={classes.amount}>{valueText(money.field, rec[money.path])}</span> : null
}

/** The first few things the list is about, without links: the whole card is one. */
function Facts({ columns, rec }: { columns: readonly PlanColumn[]; rec: Rec }) {
  const filled = columns.filter(({ path, field }) => !isEmpty(rec[path]) && !ELSEWHERE.has(field.kind)).slice(0, FACTS)
  return filled.map(({ path, field }) => (
    <span key={path} className={classes.fact}>
      {CHIPS.has(field.kind) ? <FieldValue field={field} value={rec[path]} /> : valueText(field, rec[path])}
    </span>
  ))
}
