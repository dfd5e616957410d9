/** The line above a group: its value, how many records it has, what they add up to. */

import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import { FieldValue, valueText } from '../fields/FieldValue'
import { findField } from '../meta/paths'
import type { Line } from './rows'
import classes from './table.module.css'
import type { ListPlan } from './useListPlan'

export interface GroupTotals {
  readonly of: ReadonlyMap<string, { readonly count: number; readonly sum: string | undefined }>
  readonly folded: ReadonlySet<string>
}

interface GroupWordsProps {
  readonly object: ObjectMeta
  readonly plan: ListPlan
  readonly line: Extract<Line, { type: 'heading' }>
  readonly totals: GroupTotals | undefined
  readonly onFold: (key: string) => void
}

export function GroupHeading({ top, ...props }: GroupWordsProps & { readonly top: number }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid that draws only the rows in sight
    <div className={classes.heading} role="row" tabIndex={-1} style={{ transform: `translateY(${top}px)` }}>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="gridcell" tabIndex={-1} className={classes.headingCell}>
        <GroupWords {...props} />
      </div>
    </div>
  )
}

/** The value that the group has in common, and its figures. */
export function GroupWords({ object, plan, line, totals, onFold }: GroupWordsProps) {
  const field = plan.group ? findField(object, plan.group) : undefined
  if (!field) return null
  const total = totals?.of.get(line.key)
  const open = !totals?.folded.has(line.key)
  const name = valueText(field, line.value) || t('engine.list.no_value', { field: field.label })
  return (
    <span className={classes.group}>
      <button
        type="button"
        className={classes.fold}
        aria-expanded={open}
        aria-label={t(open ? 'engine.list.fold' : 'engine.list.unfold', { group: name })}
        onClick={() => onFold(line.key)}
      >
        {open ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
      </button>
      <FieldValue field={field} value={line.value} empty={<span className={classes.nothing}>{name}</span>} />
      {total ? (
        <span className={classes.total}>
          {t('engine.list.count', { count: total.count })}
          {total.sum ? ` · ${total.sum}` : ''}
        </span>
      ) : null}
    </span>
  )
}
