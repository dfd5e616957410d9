/** The line above a group: its value, how many records it has, what their amounts add up to under each column. */

import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { formatDate, formatMoney, formatNumber } from '@/platform/format'
import { hasMessage, locale, t } from '@/platform/i18n'
import type { FieldMeta, ObjectMeta } from '@/platform/types'
import { FieldValue, valueText } from '../fields/FieldValue'
import { valueKind } from '../meta/paths'
import type { Bucket, Grouping } from './grouping'
import type { GroupNode } from './rows'
import classes from './table.module.css'
import type { ListPlan } from './useListPlan'
import { type Groups, summedColumns } from './useRows'

interface GroupWordsProps {
  readonly object: ObjectMeta
  readonly plan: ListPlan
  readonly group: GroupNode
  readonly groups: Groups
}

export function GroupHeading({ top, ...props }: GroupWordsProps & { readonly top: number }) {
  const { plan, group } = props
  const columns = summedColumns(plan.columns)
  return (
    // biome-ignore lint/a11y/useSemanticElements: part of a grid that draws only the rows in sight
    <div
      className={classes.heading}
      role="row"
      tabIndex={-1}
      data-level={group.level}
      style={{ transform: `translateY(${top}px)` }}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="gridcell" tabIndex={-1} className={classes.headingCell}>
        <GroupWords {...props} />
      </div>
      {columns.map(({ path, field }) => {
        const at = plan.columns.findIndex((column) => column.path === path)
        const text = at > 0 ? sumText(field, group.sums[path]) : ''
        return text ? (
          // biome-ignore lint/a11y/useSemanticElements: see above
          <div key={path} role="gridcell" tabIndex={-1} className={classes.headingSum} style={{ gridColumn: at + 2 }}>
            <span className="visually-hidden">{t('engine.list.sum_of', { field: field.label })} </span>
            {text}
          </div>
        ) : null
      })}
    </div>
  )
}

/** The value that the group has in common, and how many share it. */
export function GroupWords({ object: _, plan, group, groups }: GroupWordsProps) {
  const level = groups.by[group.level]
  if (!level) return null
  const value = group.values[group.level]
  const open = !groups.folded.has(group.path)
  const name = groupName(level, value)
  const first = summedColumns(plan.columns)[0]
  return (
    <span className={classes.group}>
      <button
        type="button"
        className={classes.fold}
        aria-expanded={open}
        aria-label={t(open ? 'engine.list.fold' : 'engine.list.unfold', { group: name })}
        onClick={(event) => (event.altKey ? groups.foldAll(open) : groups.fold(group.path))}
      >
        {open ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
      </button>
      {level.bucket ? (
        <strong className={classes.groupName}>{name}</strong>
      ) : (
        <FieldValue field={level.field} value={value} empty={<span className={classes.nothing}>{name}</span>} />
      )}
      <span className={classes.total}>{t('engine.list.count', { count: group.count })}</span>
      {first ? <span className={classes.totalNarrow}>{sumText(first.field, group.sums[first.path])}</span> : null}
    </span>
  )
}

export function groupName({ field, bucket }: Grouping, value: unknown): string {
  if (value === null || value === undefined || value === '') return t('engine.list.no_value', { field: field.label })
  return bucket ? spanName(String(value), bucket) : valueText(field, value)
}

const SPAN_FORMATS: Partial<Record<Bucket, Intl.DateTimeFormatOptions>> = {
  month: { year: 'numeric', month: 'long' },
  year: { year: 'numeric' },
}

function spanName(day: string, bucket: Bucket): string {
  if (bucket === 'quarter')
    return t('engine.list.quarter', { n: Math.ceil(Number(day.slice(5, 7)) / 3), year: day.slice(0, 4) })
  if (bucket === 'week') return t('engine.list.week_of', { day: formatDate(day) })
  const format = SPAN_FORMATS[bucket]
  if (!format) return formatDate(day)
  return new Intl.DateTimeFormat(locale(), { ...format, timeZone: 'UTC' }).format(Date.parse(`${day}T00:00:00Z`))
}

/** A sum as it reads under its column: amounts in the base currency. */
export function sumText(field: FieldMeta, sum: number | null | undefined): string {
  if (sum === null || sum === undefined) return ''
  return valueKind(field) === 'money' ? formatMoney(sum, { compact: true }) : formatNumber(sum, undefined)
}

export const bucketWord = (bucket: Bucket): string => {
  const key = `engine.group.${bucket}`
  return hasMessage(key) ? t(key) : bucket
}
