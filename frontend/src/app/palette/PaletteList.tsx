/** The results of the palette: a listbox in groups, steered from the text field. */

import { useEffect, useRef } from 'react'
import { cx, Kbd } from '@/design'
import { type Entry, type Group, pieces } from './entries'
import classes from './Palette.module.css'

export interface PaletteListProps {
  readonly id: string
  readonly typed: string
  readonly groups: readonly Group[]
  readonly active: number
  readonly optionId: (index: number) => string
  readonly onHover: (index: number) => void
  readonly onRun: (entry: Entry) => void
}

export function PaletteList({ id, typed, groups, active, optionId, onHover, onRun }: PaletteListProps) {
  const starts = groups.map((_, at) => groups.slice(0, at).reduce((sum, group) => sum + group.entries.length, 0))
  return (
    <div id={id} role="listbox" aria-label={typed}>
      {groups.map((group, at) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options in a listbox has no element of its own
        <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`}>
          <div className={classes.groupTitle} id={`${id}-${group.id}`}>
            {group.title}
          </div>
          {group.entries.map((entry, index) => {
            const place = (starts[at] ?? 0) + index
            return (
              <Row
                key={entry.id}
                id={optionId(place)}
                entry={entry}
                typed={typed}
                active={place === active}
                onHover={() => onHover(place)}
                onRun={() => onRun(entry)}
              />
            )
          })}
        </div>
      ))}
    </div>
  )
}

interface RowProps {
  readonly id: string
  readonly entry: Entry
  readonly typed: string
  readonly active: boolean
  readonly onHover: () => void
  readonly onRun: () => void
}

function Row({ id, entry, typed, active, onHover, onRun }: RowProps) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (active) row.current?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the text field has the keyboard and steers this list
    // biome-ignore lint/a11y/useFocusableInteractive: options of a combobox are pointed at, never focused
    <div
      ref={row}
      id={id}
      role="option"
      aria-selected={active}
      className={cx(classes.row, active && classes.active)}
      onPointerMove={onHover}
      onClick={onRun}
    >
      <span className={classes.icon}>{entry.icon}</span>
      <span className={classes.label}>
        {pieces(entry, typed).map((piece, index) =>
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity but their place
          piece.found ? <mark key={index}>{piece.text}</mark> : <span key={index}>{piece.text}</span>,
        )}
      </span>
      {entry.hint && <span className={classes.hint}>{entry.hint}</span>}
      {entry.keys && <Kbd keys={entry.keys} />}
    </div>
  )
}
