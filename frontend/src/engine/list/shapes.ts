/** Which ways of looking an object offers, and by which fields each can be laid out. */

import type { FieldKind, FieldMeta, ObjectMeta } from '@/platform/types'
import { findField } from '../meta/paths'
import { SHAPES, type Shape } from '../query/url'

/** Kinds of fields that a way of looking needs; a table and a split need none. */
const KINDS: Partial<Record<Shape, ReadonlySet<FieldKind>>> = {
  board: new Set<FieldKind>(['choice', 'user', 'link', 'parent']),
  calendar: new Set<FieldKind>(['date', 'datetime']),
  map: new Set<FieldKind>(['place', 'address']),
}

/** Every object has these: they are no reason to lay it out in another way. */
const SYSTEM: ReadonlySet<string> = new Set(['created_at', 'created_by', 'updated_at', 'updated_by'])

/** The fields that an object can be laid out by, the one it puts forward first. */
export function layoutFields(object: ObjectMeta, shape: Shape): readonly FieldMeta[] {
  const kinds = KINDS[shape]
  if (!kinds) return []
  const fields = object.fields.filter((field) => kinds.has(field.kind) && !SYSTEM.has(field.name))
  const usual = usualField(object, shape)
  return [...fields].sort((one, other) => Number(other.name === usual) - Number(one.name === usual))
}

function usualField(object: ObjectMeta, shape: Shape): string | null | undefined {
  if (shape === 'board') return object.board_field
  return shape === 'calendar' ? object.calendar_field : undefined
}

export const offersShape = (object: ObjectMeta, shape: Shape): boolean =>
  KINDS[shape] === undefined || layoutFields(object, shape).length > 0

export const offeredShapes = (object: ObjectMeta): readonly Shape[] =>
  SHAPES.filter((shape) => offersShape(object, shape))

/** The field that an object is laid out by: the one asked for where it fits, else the first that does. */
export function layoutField(object: ObjectMeta, shape: Shape, asked?: string | undefined): FieldMeta | undefined {
  const fields = layoutFields(object, shape)
  const named = asked ? findField(object, asked) : undefined
  return named && KINDS[shape]?.has(named.kind) ? named : fields[0]
}
