/** Whom a record is about: the people and companies it names, and those that other records tie to it. Pure. */

import type { ChildMeta, FieldMeta, LinkValue, Meta, ObjectMeta, Rec } from '@/platform/types'
import { findObject, LINK_KINDS } from '../meta/paths'
import { type Face, faceOf } from '../slots'

export interface Involved {
  readonly object: string
  readonly link: LinkValue
  readonly role: string
  readonly face: Face
}

const SYSTEM: ReadonlySet<string> = new Set(['created_by', 'updated_by'])

/** Those that the record's own fields name, in the order of the object's fields, each once. */
export function namedInvolved(object: ObjectMeta, rec: Rec): readonly Involved[] {
  const found = object.fields.flatMap((field): readonly Involved[] => {
    const face = faceOf(field.to)
    const link = rec[field.name] as LinkValue | null | undefined
    if (!LINK_KINDS.has(field.kind) || SYSTEM.has(field.name) || !face || !field.to || !link?.label) return []
    return [{ object: field.to, link, role: field.label, face }]
  })
  return once(found)
}

export interface Tie {
  readonly child: ChildMeta
  readonly object: ObjectMeta
  /** The field of the child that names the person; none when the child is the person. */
  readonly person: FieldMeta | undefined
  readonly role: FieldMeta | undefined
}

const MOST_TIES = 3

/** Records that tie people to this one: people that belong to it, and parts of it that name somebody. */
export function tiesOf(meta: Meta, object: ObjectMeta): readonly Tie[] {
  return (object.children ?? [])
    .flatMap((child): readonly Tie[] => {
      const other = findObject(meta, child.object)
      const pointer = other?.fields.find((field) => field.name === child.field)
      if (!other || !pointer || other.config?.timeline) return []
      const role = other.fields.find((field) => field.kind === 'choice')
      if (faceOf(other.name) === 'person') return [{ child, object: other, person: undefined, role: titleLike(other) }]
      if (pointer.kind !== 'parent') return []
      const person = other.fields.find(
        (field) => field.name !== child.field && !SYSTEM.has(field.name) && faceOf(field.to),
      )
      return person ? [{ child, object: other, person, role }] : []
    })
    .slice(0, MOST_TIES)
}

/** What a person does: shown below the name where the object has such a field. */
const titleLike = (object: ObjectMeta): FieldMeta | undefined => object.fields.find((field) => field.name === 'title')

export function once(people: readonly Involved[]): readonly Involved[] {
  const seen = new Set<string>()
  return people.filter(({ object, link }) => {
    const key = `${object}/${link.id}`
    return !seen.has(key) && seen.add(key)
  })
}
