/** The list on a phone: one card per record, led by a face or a name; a long press selects. */

import { useVirtualizer } from '@tanstack/react-virtual'
import { memo, type PointerEvent, useEffect, useRef } from 'react'
import { Avatar } from '@/design'
import { t } from '@/platform/i18n'
import { titleOf } from '@/platform/meta'
import type { FieldKind, FileValue, LinkValue, ObjectMeta, Rec } from '@/platform/types'
import type { ListSource, ListView } from '../data/ListSource'
import { freshFields, useEntry } from '../data/store'
import { FieldValue, valueText } from '../fields/FieldValue'
import { filePath } from '../fields/file/path'
import { RecordLink } from '../parts/RecordLink'
import { Tick } from '../parts/Tick'
import { faceOf } from '../slots'
import { isEmpty } from '../store/entry'
import classes from './cards.module.css'
import { type PlanColumn, pictureField } from './columns'
import { type GroupTotals, GroupWords } from './GroupHeading'
import { MoreFailed } from './MoreFailed'
import type { Line } from './rows'
import type { ListPlan } from './useListPlan'
import type { Selection, SelectionActs } from './useSelection'

interface CardsProps {
  readonly object: ObjectMeta
  readonly plan: ListPlan
  readonly source: ListSource
  readonly view: ListView
  readonly lines: readonly Line[]
  readonly totals: GroupTotals | undefined
  readonly selection: Selection
  readonly onFold: (key: string) => void
}

const TALL = 76
const AHEAD = 30

export function Cards(props: CardsProps) {
  const { object, plan, source, view, lines, selection } = props
  const box = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => TALL,
    overscan: 8,
  })
  const shown = rows.getVirtualItems()
  const last = shown.at(-1)?.index ?? 0
  const first = shown[0]?.index ?? 0
  useEffect(() => {
    source.see(first, last)
    if (last >= lines.length - AHEAD && !view.complete && !view.error) void source.loadMore()
  }, [source, view, lines.length, first, last])
  const selecting = selection.ids.size > 0
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section ref={box} className={classes.scroll} tabIndex={0} aria-label={object.plural}>
      <ul className={classes.list} style={{ height: rows.getTotalSize() }}>
        {shown.map(({ index, start, key }) => {
          const line = lines[index]
          if (!line) return null
          return (
            <li
              key={key}
              ref={rows.measureElement}
              data-index={index}
              className={classes.place}
              style={{ transform: `translateY(${start}px)` }}
            >
              {line.type === 'heading' ? (
                <GroupWords line={line} {...props} />
              ) : (
                <CardRow
                  object={object}
                  id={line.id}
                  columns={plan.columns}
                  selected={selection.all || selection.ids.has(line.id)}
                  selecting={selecting}
                  acts={selection.acts}
                />
              )}
            </li>
          )
        })}
      </ul>
      <MoreFailed source={source} view={view} />
    </section>
  )
}

interface CardRowProps {
  readonly object: ObjectMeta
  readonly id: string
  readonly columns: readonly PlanColumn[]
  readonly selected: boolean
  readonly selecting: boolean
  readonly acts: SelectionActs
}

const LONG = 450

const CardRow = memo(function CardRow({ object, id, columns, selected, selecting, acts }: CardRowProps) {
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
      data-selected={selected || undefined}
      data-fresh={freshFields(object.name, id) ? true : undefined}
      onPointerDown={start}
      onPointerUp={stop}
      onPointerMove={stop}
      onPointerCancel={stop}
      onContextMenu={(event) => event.preventDefault()}
      onClick={(event) => {
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
