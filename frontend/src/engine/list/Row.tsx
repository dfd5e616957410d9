/** One record as a row; it reads its own entry, so a change redraws this row and no other. */

import { IconLayoutSidebarRight } from '@tabler/icons-react'
import { type MouseEvent, memo, useState } from 'react'
import { Avatar } from '@/design'
import { t } from '@/platform/i18n'
import { titleOf } from '@/platform/meta'
import type { FileValue, ObjectMeta, Rec } from '@/platform/types'
import { freshFields, useEntry } from '../data/store'
import { filePath } from '../fields/file/path'
import { RecordLink } from '../parts/RecordLink'
import { Tick } from '../parts/Tick'
import { faceOf } from '../slots'
import { Cell } from './Cell'
import { type PlanColumn, pictureField } from './columns'
import classes from './table.module.css'
import type { ColumnPlaces } from './useColumnPlaces'
import type { CursorActs } from './useCursor'
import type { SelectionActs } from './useSelection'

export interface RowProps {
  readonly object: ObjectMeta
  readonly id: string
  readonly index: number
  readonly top: number
  readonly columns: readonly PlanColumn[]
  readonly places: ColumnPlaces
  readonly hold: (id: string) => () => void
  readonly selected: boolean
  readonly column: number | undefined
  readonly editing: boolean
  readonly peeked: boolean
  readonly cursor: CursorActs
  readonly select: SelectionActs
  readonly onPeek: (id: string) => void
}

export const Row = memo(function Row(props: RowProps) {
  const { object, id, index, top, columns, places, selected, column, editing, peeked, cursor, select } = props
  const entry = useEntry(object.name, id)
  const [hovered, setHovered] = useState(false)
  const handled = hovered || column !== undefined
  if (!entry) return null
  const rec = entry.view
  const touched = freshFields(object.name, id)
  const choose = (event: MouseEvent): void => (event.shiftKey ? select.extend(id) : select.toggle(id))
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid that draws only the rows in sight
    <div
      role="row"
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={classes.row}
      data-active={column !== undefined || undefined}
      data-peeked={peeked || undefined}
      data-gone={entry.gone || undefined}
      style={{ top }}
      // Not on entering: rows that scroll by under a resting mouse need no buttons.
      onPointerMove={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="gridcell" tabIndex={-1} className={classes.check}>
        <Tick
          aria-label={t('engine.list.select', { name: titleOf(object, rec) })}
          checked={selected}
          onClick={choose}
          onChange={() => undefined}
        />
      </div>
      {places.drawn.map((at) => {
        const each = columns[at]
        if (!each) return null
        return (
          <Cell
            key={each.path}
            left={places.lefts[at]}
            edge={at === places.pins - 1}
            object={object}
            id={id}
            rec={rec}
            column={each}
            at={at}
            active={column === at}
            editing={editing && column === at}
            fresh={touched?.fields.includes(each.path) ? touched.at : undefined}
            cursor={cursor}
            hold={props.hold}
            handled={handled}
          >
            {at === 0 ? <Title object={object} rec={rec} onPeek={handled ? props.onPeek : undefined} /> : undefined}
          </Cell>
        )
      })}
      <div className={classes.rest} role="presentation" />
    </div>
  )
})

interface TitleProps {
  readonly object: ObjectMeta
  readonly rec: Rec
  readonly onPeek: ((id: string) => void) | undefined
}

function Title({ object, rec, onPeek }: TitleProps) {
  const title = titleOf(object, rec) || t('engine.untitled')
  const face = faceOf(object.name)
  const picture = pictureField(object)
  const photo = picture ? (rec[picture.name] as FileValue | null | undefined) : undefined
  return (
    <span className={classes.title}>
      {face ? <Avatar name={title} kind={face} size={24} src={photo ? filePath(photo.id) : null} /> : null}
      <RecordLink object={object.name} record={rec.id} className={classes.titleLink} data-stop title={title}>
        {title}
      </RecordLink>
      {onPeek ? (
        <button
          type="button"
          className={classes.peek}
          aria-label={t('engine.list.peek', { name: title })}
          onClick={(event) => {
            event.stopPropagation()
            onPeek(rec.id)
          }}
        >
          <IconLayoutSidebarRight size={16} aria-hidden />
        </button>
      ) : null}
    </span>
  )
}
