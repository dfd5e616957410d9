/** A field while somebody edits it: flat and forgiving; turned into what the server wants when sent. Pure. */

import type { FieldKind, FieldMeta, Json, OptionMeta } from '@/platform/types'
import type { FieldSpec } from './design'
import { type DefaultInput, type Flag, KIND_FORMS, type KindForm, type Part } from './kinds'

export interface Draft {
  readonly label: string
  readonly help: string
  readonly required: boolean
  readonly unique: boolean
  readonly searchable: boolean
  readonly indexed: boolean
  readonly default: Json
  readonly to: string
  readonly options: readonly OptionMeta[]
  readonly config: Readonly<Record<string, Json>>
}

export function draftOf(field: FieldMeta | null, kind: FieldKind): Draft {
  return {
    label: field?.label ?? '',
    help: field?.help ?? '',
    required: field?.required ?? false,
    unique: field?.unique ?? false,
    searchable: field?.searchable ?? false,
    indexed: field?.indexed ?? false,
    default: field?.default ?? null,
    to: field?.to ?? '',
    options: field?.options ?? [],
    config: field?.config ?? (STARTS[kind] || {}),
  }
}

const STARTS: Partial<Record<FieldKind, Readonly<Record<string, Json>>>> = {
  auto_number: { format: 'N-{0:05d}' },
  formula: { expr: '', result: 'number' },
  rollup: { of: '', op: 'count', result: 'integer' },
}

const CONFIG_OF: Readonly<Record<Part, readonly string[]>> = {
  max: ['max'],
  decimals: ['decimals'],
  options: [],
  target: [],
  format: ['format'],
  formula: ['expr', 'result', 'decimals'],
  rollup: ['of', 'op', 'field', 'where', 'result'],
  file: ['accept', 'max_mb'],
}

/** Settings that this form does not show, but must not lose. */
const KEPT: readonly string[] = ['labels', 'placeholder', 'visible_when', 'required_when']

/** Only what this kind knows is sent; what the form does not show stays as the server has it. */
export function specOf(draft: Draft, kind: FieldKind): FieldSpec {
  const form: KindForm = KIND_FORMS[kind]
  const parts = new Set<Part>(form.parts)
  const names = [...form.parts.flatMap((part) => CONFIG_OF[part]), ...KEPT]
  const config = Object.fromEntries(names.flatMap((name) => entryOf(draft.config, name)))
  return {
    label: draft.label.trim(),
    help: draft.help.trim(),
    ...flagsOf(draft, form.flags),
    ...(parts.has('target') ? { to: draft.to } : {}),
    ...(parts.has('options') ? { options: withKeys(draft.options) } : {}),
    ...(form.parts.some((part) => CONFIG_OF[part].length > 0) ? { config } : {}),
    ...defaultOf(draft, form.initial),
  }
}

function flagsOf(draft: Draft, flags: readonly Flag[]): Partial<Record<Flag, boolean>> {
  return Object.fromEntries(flags.map((flag) => [flag, draft[flag]]))
}

function defaultOf(draft: Draft, input: DefaultInput): Pick<FieldSpec, 'default'> {
  return input === 'none' ? {} : { default: draft.default === '' ? null : draft.default }
}

function entryOf(config: Draft['config'], name: string): readonly (readonly [string, Json])[] {
  const value = config[name]
  return value === undefined || value === '' ? [] : [[name, value]]
}

/** A new option gets its key from its label; an old one keeps its key, records carry it. */
export function withKeys(options: readonly OptionMeta[]): readonly OptionMeta[] {
  const taken = new Set(options.flatMap((option) => (option.key ? [option.key] : [])))
  return options.map((option, index) => {
    if (option.key) return option
    const key = freeKey(keyOf(option.label) || `option_${index + 1}`, taken)
    taken.add(key)
    return { ...option, key }
  })
}

export function keyOf(label: string): string {
  const plain = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
  return /^[a-z]/.test(plain) ? plain.slice(0, 40) : ''
}

function freeKey(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted
  let number = 2
  while (taken.has(`${wanted}_${number}`)) number += 1
  return `${wanted}_${number}`
}
