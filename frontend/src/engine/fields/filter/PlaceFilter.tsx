/** Near a point: its place and how far around it. */

import { NumberInput } from '@/design'
import { t } from '@/platform/i18n'
import type { Json, PlaceValue } from '@/platform/types'
import { shapeOf } from '../../query/operators'
import { toNumber } from '../parts/numbers'
import { PlaceInput } from '../place/PlaceInput'
import type { FilterProps } from '../types'

type Near = Partial<PlaceValue> & { readonly km?: number }

const AROUND = 25

export function PlaceFilter({ object, field, op, value, onChange }: FilterProps) {
  if (shapeOf(op) !== 'near') return null
  const near = (typeof value === 'object' && value !== null ? value : {}) as Near
  const { km = AROUND } = near
  const point = near.lat === undefined || near.lng === undefined ? null : { lat: near.lat, lng: near.lng }
  return (
    <>
      <PlaceInput
        field={field}
        object={object}
        values={{}}
        label={field.label}
        value={point}
        onChange={(next) => onChange(next ? ({ ...next, km } as Json) : null)}
      />
      <NumberInput
        aria-label={t('engine.filter.km')}
        suffix=" km"
        min={0}
        value={km}
        onChange={(next) => point && onChange({ ...point, km: toNumber(next) ?? AROUND } as Json)}
      />
    </>
  )
}
