/** Compares with records; for people also with "me" and "my team", whoever reads the view. */

import { Chip } from '@/design'
import { t } from '@/platform/i18n'
import type { Json } from '@/platform/types'
import { useNames } from '../../lookup/lookup'
import { Named, RecordList } from '../../lookup/RecordList'
import { PickField } from '../../parts/PickField'
import { shapeOf } from '../../query/operators'
import { isMe, isMyTeam, ME, MY_TEAM } from '../../query/relative'
import type { FilterProps } from '../types'
import classes from './filter.module.css'

export function RecordFilter({ field, op, value, onChange }: FilterProps) {
  const several = shapeOf(op) === 'list'
  const to = field.to ?? ''
  const chosen: readonly Json[] = Array.isArray(value)
    ? value
    : value === undefined || value === null
      ? []
      : [value as Json]
  const ids = chosen.filter((each): each is string => typeof each === 'string')
  const names = useNames(to, ids)
  const change = (next: readonly Json[]): void => onChange(several ? next : (next.at(-1) ?? null))
  const toggle = (each: Json, present: boolean): void =>
    change(present ? chosen.filter((other) => JSON.stringify(other) !== JSON.stringify(each)) : [...chosen, each])
  const marks = to === 'user' ? MARKS : []
  return (
    <div>
      {marks.map(({ mark, is, key }) => (
        <MarkButton key={key} text={t(key)} on={chosen.some(is)} onToggle={() => toggle(mark, chosen.some(is))} />
      ))}
      <PickField
        label={field.label}
        content={ids.length > 0 ? ids.map((id) => <Named key={id} object={to} label={names.get(id) ?? id} />) : null}
      >
        {(close) => (
          <RecordList
            object={to}
            label={field.label}
            multiple={several}
            selected={ids.map((id) => ({ id, label: names.get(id) ?? id }))}
            onPick={(link) => {
              toggle(link.id, ids.includes(link.id))
              if (!several) close()
            }}
          />
        )}
      </PickField>
    </div>
  )
}

const MARKS = [
  { key: 'engine.filter.me', mark: ME, is: isMe },
  { key: 'engine.filter.my_team', mark: MY_TEAM, is: isMyTeam },
] as const

function MarkButton({ text, on, onToggle }: { text: string; on: boolean; onToggle: () => void }) {
  return (
    <button type="button" aria-pressed={on} onClick={onToggle} className={classes.picked}>
      <Chip color={on ? 'teal' : 'gray'}>{text}</Chip>
    </button>
  )
}
