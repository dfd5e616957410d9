/** The mapping while a person is making it: one draft per column of the file, some of them left out. Pure. */

import { openOptions } from '@/engine/fields/choice/options'
import { findField, isWritable } from '@/engine/meta/paths'
import type { FieldKind, FieldMeta, Json, Meta, ObjectMeta } from '@/platform/types'
import type { ColumnMapping, FileColumn, ImportFile, Mapping, Mode } from './types'

export interface ColumnDraft {
  readonly column: string
  /** null: this column is not imported. */
  readonly field: string | null
  readonly part: string
  readonly match: string | null
  readonly createMissing: boolean
  readonly format: string | null
  readonly decimal: string
  readonly options: Readonly<Record<string, string>>
}

export interface MappingDraft {
  readonly mode: Mode
  readonly key: string | null
  readonly columns: readonly ColumnDraft[]
  readonly constants: Readonly<Record<string, Json>>
}

export const LINKS: ReadonlySet<FieldKind> = new Set(['link', 'links', 'parent', 'user'])
export const DATES: ReadonlySet<FieldKind> = new Set(['date', 'datetime'])
export const NUMBERS: ReadonlySet<FieldKind> = new Set(['integer', 'number', 'percent', 'money'])
export const CHOICES: ReadonlySet<FieldKind> = new Set(['choice', 'multi_choice'])

/** A guess this likely is filled in; a lesser one is left to the person. */
const LIKELY = 0.72

export function startDraft(file: ImportFile, object: ObjectMeta): MappingDraft {
  const known = usable(file.mapping, file, object) ?? usable(file.remembered, file, object)
  if (known) return fromMapping(known, file)
  const taken = new Set<string>()
  const columns = file.columns.map((column) => guessed(column, object, taken))
  return withUsualKey({ mode: 'create', key: null, columns, constants: {} }, object)
}

/** The file looks like one that was imported before, and is read the same way. */
export const isRemembered = (file: ImportFile, object: ObjectMeta): boolean =>
  usable(file.mapping, file, object) === undefined && usable(file.remembered, file, object) !== undefined

function usable(mapping: Mapping | null, file: ImportFile, object: ObjectMeta): Mapping | undefined {
  const names = new Set(file.columns.map((column) => column.name))
  const fits = mapping?.object === object.name && mapping.columns.some((column) => names.has(column.column))
  return fits && mapping ? mapping : undefined
}

function fromMapping(mapping: Mapping, file: ImportFile): MappingDraft {
  const columns = file.columns.map((column) => {
    const known = mapping.columns.find((each) => each.column === column.name)
    return known ? fromColumn(known) : empty(column.name)
  })
  return { mode: mapping.mode, key: mapping.key[0] ?? null, columns, constants: mapping.constants }
}

const fromColumn = (known: ColumnMapping): ColumnDraft => ({
  column: known.column,
  field: known.field,
  part: known.part ?? '',
  match: known.match ?? null,
  createMissing: known.create_missing ?? false,
  format: known.format ?? null,
  decimal: known.decimal ?? '.',
  options: known.options ?? {},
})

const empty = (column: string): ColumnDraft => ({
  column,
  field: null,
  part: '',
  match: null,
  createMissing: false,
  format: null,
  decimal: '.',
  options: {},
})

function guessed(column: FileColumn, object: ObjectMeta, taken: Set<string>): ColumnDraft {
  const { guess } = column
  const target = `${guess?.field}/${guess?.part ?? ''}`
  if (!guess?.field || guess.score < LIKELY || taken.has(target) || !findField(object, guess.field)) {
    return empty(column.name)
  }
  taken.add(target)
  return {
    ...empty(column.name),
    field: guess.field,
    part: guess.part ?? '',
    match: guess.match ?? null,
    format: guess.formats[0] ?? null,
    decimal: guess.decimal,
  }
}

/** A file that brings a unique field can be imported again without doubles: offer that. */
function withUsualKey(draft: MappingDraft, object: ObjectMeta): MappingDraft {
  const unique = keyFields(draft, object).find((field) => field.unique)
  return unique ? { ...draft, mode: 'upsert', key: unique.name } : draft
}

const KEY_KINDS: ReadonlySet<FieldKind> = new Set(['text', 'email', 'phone', 'url', 'integer'])

/** The mapped fields by which a row can find its record, unique ones first. */
export function keyFields(draft: MappingDraft, object: ObjectMeta): readonly FieldMeta[] {
  const fields = draft.columns.flatMap(({ field }) => (field && findField(object, field)) || [])
  return fields
    .filter((field) => KEY_KINDS.has(field.kind))
    .toSorted((one, other) => Number(other.unique ?? false) - Number(one.unique ?? false))
}

export function chooseField(draft: MappingDraft, column: FileColumn, target: string | null): MappingDraft {
  const [field = null, part = ''] = target?.split('/') ?? []
  const columns = draft.columns.map((each) => {
    if (each.column === column.name) {
      const { formats = [], decimal = '.' } = column.guess ?? {}
      return { ...empty(column.name), field, part, format: formats[0] ?? null, decimal }
    }
    return field !== null && each.field === field && each.part === part ? { ...each, field: null, part: '' } : each
  })
  const key = columns.some((each) => each.field === draft.key) ? draft.key : null
  return { ...draft, columns, key, mode: key === null ? 'create' : draft.mode }
}

export function changeColumn(draft: MappingDraft, column: string, patch: Partial<ColumnDraft>): MappingDraft {
  return { ...draft, columns: draft.columns.map((each) => (each.column === column ? { ...each, ...patch } : each)) }
}

export interface Target {
  readonly value: string
  readonly label: string
}

/** What a column can fill: every field that can be written, and the parts of those that have parts. */
export function targets(object: ObjectMeta, partOf: (field: string, part: string) => string): readonly Target[] {
  return object.fields.filter(isFillable).flatMap((field) => [
    { value: field.name, label: field.label },
    ...(PARTS[field.kind] ?? []).map((part) => ({
      value: `${field.name}/${part}`,
      label: partOf(field.label, part),
    })),
  ])
}

const UNREADABLE: ReadonlySet<FieldKind> = new Set(['file', 'image'])
/** Nobody writes it by hand, but a file may say when a record was made. */
const BORN = 'created_at'
const PARTS: Readonly<Partial<Record<FieldKind, readonly string[]>>> = {
  money: ['currency'],
  address: ['street', 'city', 'region', 'postal', 'country', 'lat', 'lng'],
  place: ['lat', 'lng'],
}

const isFillable = (field: FieldMeta): boolean =>
  field.name === BORN || (isWritable(field) && !UNREADABLE.has(field.kind))

/** Fields that can have the same value in every row: what people can type or choose, and no column fills. */
export function constantFields(draft: MappingDraft, object: ObjectMeta): readonly FieldMeta[] {
  const filled = new Set(draft.columns.map((each) => each.field))
  return object.fields.filter(
    (field) => isWritable(field) && !filled.has(field.name) && !UNREADABLE.has(field.kind) && !LINKS.has(field.kind),
  )
}

export function setConstant(draft: MappingDraft, name: string, value: Json | undefined): MappingDraft {
  const { [name]: _, ...rest } = draft.constants
  return { ...draft, constants: value === undefined ? rest : { ...rest, [name]: value } }
}

export const targetOf = ({ field, part }: ColumnDraft): string | null => (field && part ? `${field}/${part}` : field)

/** How links can be found: by the target's title, or by a field of it that is unique or an address. */
export function matchFields(meta: Meta, field: FieldMeta): readonly FieldMeta[] {
  const to = meta.objects.find((object) => object.name === field.to)
  if (!to) return []
  const title = to.fields.filter((each) => each.name === to.title_field)
  const others = to.fields.filter((each) => each.name !== to.title_field && (each.unique || each.kind === 'email'))
  return [...title, ...others]
}

/** Words in the samples that are no option of the field yet, neither by key nor by label. */
export function strangeWords(column: FileColumn, field: FieldMeta): readonly string[] {
  const known = new Set(openOptions(field, {}).flatMap(({ key, label }) => [fold(key), fold(label)]))
  const words = column.samples.flatMap((sample) =>
    (sample ?? '').split(field.kind === 'multi_choice' ? /[,;，；]/ : /$/),
  )
  return [...new Set(words.map((word) => word.trim()).filter((word) => word && !known.has(fold(word))))]
}

const fold = (text: string): string => text.trim().toLocaleLowerCase()

export function toMapping(draft: MappingDraft, object: ObjectMeta): Mapping {
  const columns = draft.columns.flatMap(({ column, field, createMissing, ...rest }): readonly ColumnMapping[] =>
    field === null ? [] : [{ column, field, create_missing: createMissing, ...rest }],
  )
  return {
    object: object.name,
    mode: draft.mode,
    key: draft.mode === 'create' || draft.key === null ? [] : [draft.key],
    columns,
    constants: Object.fromEntries(Object.entries(draft.constants).filter(([, value]) => value !== null)),
  }
}

/** Required fields that neither a column nor a default fills: rows without them would be set aside. */
export function unfilled(draft: MappingDraft, object: ObjectMeta): readonly FieldMeta[] {
  if (draft.mode === 'update') return []
  const same = Object.keys(draft.constants).filter((name) => draft.constants[name] !== null)
  const filled = new Set([...draft.columns.map((each) => each.field), ...same])
  return object.fields.filter(
    (field) => field.required && isWritable(field) && !filled.has(field.name) && (field.default ?? null) === null,
  )
}

/** A date pattern of the server as an example that people recognise: "%d.%m.%Y" is 31.12.2026. */
export function exampleOf(format: string): string {
  const parts: Readonly<Record<string, string>> = {
    '%Y': '2026',
    '%y': '26',
    '%m': '12',
    '%d': '31',
    '%b': 'Dec',
    '%B': 'December',
  }
  return format.replace(/%[a-zA-Z]/g, (token) => parts[token] ?? token)
}
