/** Compares with a number, two of them for "between"; money is compared in the workspace's currency. */

import { NumberInput } from '@/design'
import { currentBaseCurrency } from '@/platform/format'
import { t } from '@/platform/i18n'
import type { Json } from '@/platform/types'
import { valueKind } from '../../meta/paths'
import { shapeOf } from '../../query/operators'
import { toNumber } from '../parts/numbers'
import type { FilterProps } from '../types'
import { Pair } from './Pair'
import { TextFilter } from './TextFilter'

export function NumberFilter(props: FilterProps) {
  const { field, op, value, onChange } = props
  if (shapeOf(op) === 'list') return <TextFilter {...props} onChange={(list) => onChange(numbers(list))} />
  const suffix = suffixOf(props)
  const box = (part: Json | undefined, change: (next: Json) => void, label: string) => (
    <NumberInput
      aria-label={label}
      hideControls
      thousandSeparator=","
      suffix={suffix}
      value={typeof part === 'number' ? part : ''}
      onChange={(next) => change(toNumber(next))}
    />
  )
  if (shapeOf(op) !== 'pair') return box(value, onChange, field.label)
  const [low, high] = Array.isArray(value) ? (value as readonly Json[]) : []
  return (
    <Pair
      from={box(low, (next) => onChange([next, high ?? null]), t('engine.filter.from', { field: field.label }))}
      to={box(high, (next) => onChange([low ?? null, next]), t('engine.filter.to', { field: field.label }))}
    />
  )
}

function suffixOf({ field }: FilterProps): string | undefined {
  const kind = valueKind(field)
  if (kind === 'money') return ` ${currentBaseCurrency()}`
  return kind === 'percent' ? ' %' : undefined
}

function numbers(list: Json | undefined): Json {
  return Array.isArray(list) ? list.map(Number).filter(Number.isFinite) : []
}
