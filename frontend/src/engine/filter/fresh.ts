/** The start of a condition. */

import type { Meta, ObjectMeta } from '@/platform/types'
import { fieldAt, valueKind } from '../meta/paths'
import { firstOperator } from '../query/operators'
import { type Condition, type Node, newChildren, newCondition } from '../query/tree'

/** What stands before the name of records that point here, among the names of fields. */
export const CHILDREN = 'children:'

/** A new condition on a field, with the operator people mean most often. */
export function freshCondition(object: ObjectMeta, path: string, meta: Meta): Condition {
  const field = fieldAt(meta, object, path)
  return newCondition(path, field ? firstOperator(valueKind(field), field.operators ?? []) : 'eq')
}

/** A new condition on a field, or on the records that point here. */
export function freshNode(object: ObjectMeta, path: string, meta: Meta): Node {
  return path.startsWith(CHILDREN) ? newChildren(path.slice(CHILDREN.length)) : freshCondition(object, path, meta)
}
