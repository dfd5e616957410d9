/** The start of a condition. */

import type { Meta, ObjectMeta } from '@/platform/types'
import { fieldAt, valueKind } from '../meta/paths'
import { firstOperator } from '../query/operators'
import { type Condition, newCondition } from '../query/tree'

/** A new condition on a field, with the operator people mean most often. */
export function freshCondition(object: ObjectMeta, path: string, meta: Meta): Condition {
  const field = fieldAt(meta, object, path)
  return newCondition(path, field ? firstOperator(valueKind(field), field.operators ?? []) : 'eq')
}
