/** What a record's timeline takes, and the few fields that saying it needs. Pure. */

import type { FieldMeta, Meta, ObjectMeta } from '@/platform/types'
import { findField, findObject, isWritable } from '../meta/paths'

export interface Saying {
  readonly object: ObjectMeta
  /** The field by which it belongs to the record. */
  readonly field: string
}

/** Objects whose records stand in a timeline and point at this one; the shortest to write comes first. */
export function sayings(meta: Meta, object: ObjectMeta): readonly Saying[] {
  const found = (object.children ?? []).flatMap((child): readonly Saying[] => {
    const other = findObject(meta, child.object)
    const pointer = other && findField(other, child.field)
    const fits = other?.config?.timeline && other.rights.create && pointer?.kind === 'link'
    return fits ? [{ object: other, field: child.field }] : []
  })
  const once = found.filter((each, at) => found.findIndex((other) => other.object === each.object) === at)
  return [...once].sort((one, other) => weight(one.object) - weight(other.object))
}

const weight = (object: ObjectMeta): number => requiredFields(object).length * 10 + shortForm(object).length

const TEXTS: ReadonlySet<string> = new Set(['rich_text', 'long_text'])
const MOST = 4

function requiredFields(object: ObjectMeta): readonly FieldMeta[] {
  return object.fields.filter((field) => field.required && isWritable(field))
}

/** What must be filled, when it is, and the words; the rest is for the full form. */
export function shortForm(object: ObjectMeta): readonly FieldMeta[] {
  const at = typeof object.config?.at === 'string' ? findField(object, object.config.at) : undefined
  const words = object.fields.find((field) => TEXTS.has(field.kind) && isWritable(field))
  const title = findField(object, object.title_field)
  const choice = object.fields.find(
    (field) => field.kind === 'choice' && isWritable(field) && object.layout?.highlights?.includes(field.name),
  )
  const wanted = [...(title?.required ? [title] : []), ...requiredFields(object), at, choice, words]
  const writable = wanted.filter((field): field is FieldMeta => field !== undefined && isWritable(field))
  return [...new Set(writable)].slice(0, MOST)
}

/** The box to tick when a task is done: the object's own checkbox among its highlights. */
export function doneField(object: ObjectMeta): FieldMeta | undefined {
  const named = object.layout?.highlights?.map((name) => findField(object, name)) ?? []
  return named.find((field) => field?.kind === 'checkbox')
}
