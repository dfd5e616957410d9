/** Finds fields: by name, and by path over links ("account.city"), with the label a person would read. */

import type { FieldKind, FieldMeta, Meta, ObjectMeta } from '@/platform/types'

export const LINK_KINDS: ReadonlySet<FieldKind> = new Set(['link', 'parent', 'user'])

export interface PathStep {
  readonly object: ObjectMeta
  readonly field: FieldMeta
}

export function findObject(meta: Meta, name: string): ObjectMeta | undefined {
  return meta.objects.find((object) => object.name === name)
}

export function findField(object: ObjectMeta, name: string): FieldMeta | undefined {
  return object.fields.find((field) => field.name === name)
}

/** The steps of a path, or undefined when one of them is not there or not readable. */
export function resolvePath(meta: Meta, object: ObjectMeta, path: string): readonly PathStep[] | undefined {
  const steps: PathStep[] = []
  let at: ObjectMeta | undefined = object
  for (const name of path.split('.')) {
    const field: FieldMeta | undefined = at && findField(at, name)
    if (!at || !field) return undefined
    steps.push({ object: at, field })
    at = field.to ? findObject(meta, field.to) : undefined
  }
  return steps
}

/** The field at the end of a path, named by the way to it: "Account · City". */
export function fieldAt(meta: Meta, object: ObjectMeta, path: string): FieldMeta | undefined {
  const steps = resolvePath(meta, object, path)
  const last = steps?.at(-1)
  if (!steps || !last) return undefined
  if (steps.length === 1) return last.field
  return { ...last.field, readonly: true, label: steps.map((step) => step.field.label).join(' · ') }
}

export function isWritable(field: FieldMeta): boolean {
  return !field.readonly && field.rights !== 'read' && !COMPUTED.has(field.kind)
}

const COMPUTED: ReadonlySet<FieldKind> = new Set(['formula', 'rollup', 'auto_number'])

/** The kind a value really has: what a formula or roll-up results in, else the field's own. */
export function valueKind(field: FieldMeta): FieldKind {
  const result = field.config?.result
  const computed = field.kind === 'formula' || field.kind === 'rollup'
  return computed && typeof result === 'string' ? (result as FieldKind) : computed ? 'number' : field.kind
}
