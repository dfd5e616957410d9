/** Compares with days and periods: fixed ones, or ones that move with the calendar. */

import { lazy } from 'react'
import { NumberInput, Select } from '@/design'
import { t } from '@/platform/i18n'
import type { Json } from '@/platform/types'
import { shapeOf } from '../../query/operators'
import {
  COUNTED_DAYS,
  COUNTED_PERIODS,
  DAYS,
  isCounted,
  isRelative,
  PERIODS,
  type Relative,
  relative,
} from '../../query/relative'
import { toNumber } from '../parts/numbers'
import type { FilterProps } from '../types'
import classes from './filter.module.css'
import { Pair } from './Pair'

const DayField = lazy(() => import('../date/DayField').then((file) => ({ default: file.DayField })))

export function DateFilter({ field, op, value, onChange }: FilterProps) {
  const { label } = field
  const shape = shapeOf(op)
  if (shape === 'period') {
    return <RelativePicker label={label} names={[...PERIODS, ...COUNTED_PERIODS]} value={value} onChange={onChange} />
  }
  if (shape !== 'pair') return <DayOrRelative label={label} value={value} onChange={onChange} />
  const [from, to] = Array.isArray(value) ? (value as readonly Json[]) : []
  return (
    <Pair
      from={
        <Day
          label={t('engine.filter.from', { field: label })}
          value={from}
          onChange={(day) => onChange([day, to ?? null])}
        />
      }
      to={
        <Day
          label={t('engine.filter.to', { field: label })}
          value={to}
          onChange={(day) => onChange([from ?? null, day])}
        />
      }
    />
  )
}

interface PartProps {
  readonly label: string
  readonly value: Json | undefined
  readonly onChange: (value: Json) => void
}

const FIXED = 'fixed'

/** "before today", "after 3 December". */
function DayOrRelative({ label, value, onChange }: PartProps) {
  const moving = isRelative(value) || value === undefined || value === null
  return (
    <>
      <RelativePicker
        label={label}
        names={[...DAYS, ...COUNTED_DAYS, FIXED]}
        value={moving ? value : { rel: FIXED }}
        onChange={(next) => onChange(isRelative(next) && next.rel === FIXED ? '' : next)}
      />
      {moving ? null : <Day label={label} value={value} onChange={onChange} />}
    </>
  )
}

function Day({ label, value, onChange }: PartProps) {
  return <DayField aria-label={label} value={typeof value === 'string' && value ? value : null} onChange={onChange} />
}

function RelativePicker({ label, names, value, onChange }: PartProps & { names: readonly string[] }) {
  const chosen: Relative | undefined = isRelative(value) ? value : undefined
  return (
    <span className={classes.row}>
      <Select
        aria-label={label}
        data={names.map((name) => ({ value: name, label: t(`engine.rel.${name}`) }))}
        value={chosen?.rel ?? null}
        allowDeselect={false}
        placeholder={t('engine.pick.choose')}
        onChange={(name) => name && onChange(relative(name, chosen?.n))}
      />
      {chosen && isCounted(chosen.rel) ? (
        <NumberInput
          className={classes.count}
          aria-label={t('engine.filter.how_many')}
          min={0}
          allowDecimal={false}
          value={chosen.n ?? ''}
          onChange={(n) => onChange(relative(chosen.rel, toNumber(n) ?? 0))}
        />
      ) : null}
    </span>
  )
}
