/** Which options of a choice can be picked now: not the retired ones, and only those of the field they depend on. */

import type { FieldMeta, OptionMeta } from '@/platform/types'

export function findOption(field: FieldMeta, key: unknown): OptionMeta | undefined {
  return field.options?.find((option) => option.key === key)
}

/** The name of the choice field on which the options of this one depend. */
export function dependsOn(field: FieldMeta): string | undefined {
  const name = field.config?.depends_on
  return typeof name === 'string' ? name : undefined
}

/** The options that fit the other values of the record; what is chosen now is always among them. */
export function openOptions(
  field: FieldMeta,
  values: Readonly<Record<string, unknown>>,
  chosen: readonly string[] = [],
): readonly OptionMeta[] {
  const parent = dependsOn(field)
  const wanted = parent === undefined ? undefined : values[parent]
  return (field.options ?? []).filter(
    (option) => chosen.includes(option.key) || (!option.retired && fits(option, parent, wanted)),
  )
}

function fits(option: OptionMeta, parent: string | undefined, wanted: unknown): boolean {
  if (parent === undefined || wanted === null || wanted === undefined) return true
  const home = option.config?.[parent]
  return home === undefined || home === wanted
}
