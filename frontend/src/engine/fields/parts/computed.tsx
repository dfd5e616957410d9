/** Computed fields borrow everything from the kind of their result. */

import type { FieldMeta } from '@/platform/types'
import { valueKind } from '../../meta/paths'
import { fieldUis } from '../registry'
import type { CellProps, FilterProps } from '../types'

export function Computed({ field, value, wide }: CellProps) {
  const { Cell } = fieldUis[valueKind(field)]
  return <Cell field={field} value={value} wide={Boolean(wide)} />
}

export function ComputedFilter(props: FilterProps) {
  const { Filter } = fieldUis[valueKind(props.field)]
  return <Filter {...props} />
}

export function computedText(value: unknown, field: FieldMeta): string {
  return fieldUis[valueKind(field)].text(value, field)
}
