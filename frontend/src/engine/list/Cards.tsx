/** The list on a phone: one card per record, led by a face or a name; a long press selects. */

import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, type PointerEvent, type RefObject, useEffect, useRef } from 'react'
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
import classes from './cards.module.css'
import { type PlanColumn, pictureField } from './columns'
import { GroupWords } from './GroupHeading'
import { MoreFailed } from './MoreFailed'
import type { ListPlan } from './useListPlan'
import type { ListRows } from './useRows'
import type { Selection, SelectionActs } from './useSelection'

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
    <section ref={box} className={classes.scroll} tabIndex={0} aria-label={object.plural}>
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

interface CardRowProps {
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

const CardRow = memo(function CardRow(props: CardRowProps) {
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
  return (
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
