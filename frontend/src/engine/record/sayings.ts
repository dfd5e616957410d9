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
  const once = tellings(meta, object).filter((each) => each.object.rights.create)
  return [...once].sort((one, other) => weight(one.object) - weight(other.object))
}

const weight = (object: ObjectMeta): number => requiredFields(object).length * 10 + shortForm(object).length

const TEXTS: ReadonlySet<string> = new Set(['rich_text', 'long_text'])
const MOST = 5

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
  // Who is to do it matters where something is to be done.
  const owner = doneField(object) ? findField(object, 'owner') : undefined
  const wanted = [...(title?.required ? [title] : []), ...requiredFields(object), at, owner, choice, words]
  const writable = wanted.filter((field): field is FieldMeta => field !== undefined && isWritable(field))
  return [...new Set(writable)].slice(0, MOST)
}

/** What a timeline can be narrowed to. */
export type Tone = 'all' | 'talk' | 'tasks' | 'changes'

/** What to ask the server for: names of activities, and the record's own changes; nothing means everything. */
export function namesOf(tone: Tone, ways: readonly Saying[]): readonly string[] {
  if (tone === 'all') return []
  if (tone === 'changes') return ['changes']
  const tasks = tone === 'tasks'
  const names = ways.map(({ object }) => object).filter((object) => (doneField(object) !== undefined) === tasks)
  return names.map((object) => object.name)
}

/** Activities of this record, whether the reader may write new ones or not. */
export function tellings(meta: Meta, object: ObjectMeta): readonly Saying[] {
  const found = (object.children ?? []).flatMap((child): readonly Saying[] => {
    const other = findObject(meta, child.object)
    const pointer = other && findField(other, child.field)
    return other?.config?.timeline && pointer?.kind === 'link' ? [{ object: other, field: child.field }] : []
  })
  return found.filter((each, at) => found.findIndex((other) => other.object === each.object) === at)
}

/** The box to tick when a task is done: the object's own checkbox among its highlights. */
export function doneField(object: ObjectMeta): FieldMeta | undefined {
  const named = object.layout?.highlights?.map((name) => findField(object, name)) ?? []
  return named.find((field) => field?.kind === 'checkbox')
}
