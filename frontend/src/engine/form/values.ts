/** What a form holds: where it starts, what follows from a change, what is wrong with it. Pure. */

import type { FieldMeta, LinkValue, ObjectMeta } from '@/platform/types'
import { dependsOn, openOptions } from '../fields/choice/options'
import { checkValue } from '../fields/write'
import { findField, isWritable } from '../meta/paths'
import { isEmpty } from '../store/entry'

export type FormValues = Readonly<Record<string, unknown>>

/** The defaults of the fields that can be written, with what the caller wants on top. */
export function startValues(object: ObjectMeta, given: FormValues, me: LinkValue): FormValues {
  const defaults = object.fields
    .filter((field) => isWritable(field) && !isEmpty(field.default))
    .map((field) => [field.name, field.default])
  const owner = object.owned && findField(object, 'owner') ? { owner: me } : {}
  return settle(object, { ...owner, ...Object.fromEntries(defaults), ...given })
}

/** Sets one value and whatever depends on it: a stage of another pipeline gives way to the first that fits. */
export function setValue(object: ObjectMeta, values: FormValues, name: string, value: unknown): FormValues {
  return settle(object, { ...values, [name]: value })
}

function settle(object: ObjectMeta, values: FormValues): FormValues {
  const lost = object.fields.filter((field) => field.kind === 'choice' && dependsOn(field) && !stillOpen(field, values))
  return lost.length === 0
    ? values
    : { ...values, ...Object.fromEntries(lost.map((field) => [field.name, firstOpen(field, values)])) }
}

function stillOpen(field: FieldMeta, values: FormValues): boolean {
  const value = values[field.name]
  return isEmpty(value) || openOptions(field, values).some((option) => option.key === value)
}

const firstOpen = (field: FieldMeta, values: FormValues): string | null => openOptions(field, values)[0]?.key ?? null

export type Problems = Readonly<Record<string, string>>

export function problemsOf(fields: readonly FieldMeta[], values: FormValues): Problems {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const wrong = checkValue(field, values[field.name])
      return wrong ? [[field.name, wrong]] : []
    }),
  )
}

export interface FormGroup {
  readonly name: string
  readonly label: string
  readonly fields: readonly FieldMeta[]
}

/** The fields that can be written, in the sections of the layout; those in no section come last. */
export function formGroups(object: ObjectMeta): readonly FormGroup[] {
  const writable = (name: string): readonly FieldMeta[] => {
    const field = findField(object, name)
    return field && isWritable(field) ? [field] : []
  }
  const sections = (object.layout?.sections ?? []).map(({ name, label, fields }) => ({
    name,
    label,
    fields: fields.flatMap(writable),
  }))
  const placed = new Set(sections.flatMap((section) => section.fields.map((field) => field.name)))
  const rest = object.fields.filter((field) => isWritable(field) && !placed.has(field.name))
  return [...sections, { name: '', label: '', fields: rest }].filter((group) => group.fields.length > 0)
}

/** What a new record is asked for first: its title, what is required, what the object puts forward. */
export function firstFields(object: ObjectMeta, given: FormValues): ReadonlySet<string> {
  const required = object.fields.filter((field) => field.required).map((field) => field.name)
  const first = object.layout?.sections?.[0]?.fields ?? object.fields.slice(0, 8).map((field) => field.name)
  return new Set([
    object.title_field,
    ...required,
    ...(object.layout?.highlights ?? []),
    ...first,
    ...Object.keys(given),
  ])
}
