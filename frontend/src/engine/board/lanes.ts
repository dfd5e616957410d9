/** What a board is made of: the field whose values are its columns, and the choice those values depend on. */

import type { FieldMeta, LinkValue, ObjectMeta, OptionMeta } from '@/platform/types'
import { dependsOn, openOptions } from '../fields/choice/options'
import { groupKey } from '../list/rows'
import { layoutField } from '../list/shapes'
import { findField } from '../meta/paths'
import type { Filter } from '../query/types'

export interface Lane {
  /** The option's key or the record's id; null for records without a value. */
  readonly key: string | null
  readonly label: string | undefined
  readonly option: OptionMeta | undefined
  /** What a card gets that is put here. */
  readonly value: string | LinkValue | null
}

export interface BoardPlan {
  readonly field: FieldMeta
  /** The choice that decides which columns there are, such as a pipeline. */
  readonly parent: FieldMeta | undefined
  readonly chosen: string | undefined
  /** The filter already says which one: there is nothing to switch. */
  readonly settled: boolean
  readonly lanes: readonly Lane[]
  readonly money: FieldMeta | undefined
}

/** Columns of a board by people or records: the fullest ones, up to here. */
export const MOST_LANES = 40

/** `found` are the values that the server counted; a board by people or records has a column for each of them. */
export function boardPlan(
  object: ObjectMeta,
  group: string | undefined,
  lane: string | undefined,
  where?: Filter,
  found: readonly unknown[] = [],
): BoardPlan | undefined {
  const field = layoutField(object, 'board', group)
  if (!field) return undefined
  const parentName = field.kind === 'choice' ? dependsOn(field) : undefined
  const parent = parentName ? findField(object, parentName) : undefined
  const options = parent?.options?.filter((option) => !option.retired) ?? []
  const usual = typeof parent?.default === 'string' ? parent.default : options[0]?.key
  const said = parent && keyIn(where, parent.name)
  const chosen = parent && (said ?? (options.some((option) => option.key === lane) ? lane : usual))
  const values = parent && chosen ? { [parent.name]: chosen } : {}
  const lanes = field.kind === 'choice' ? optionLanes(field, values) : recordLanes(found)
  return {
    field,
    parent,
    chosen,
    settled: said !== undefined,
    lanes: field.required ? lanes : [...lanes, EMPTY],
    money: moneyField(object),
  }
}

const EMPTY: Lane = { key: null, label: undefined, option: undefined, value: null }

const optionLanes = (field: FieldMeta, values: Readonly<Record<string, unknown>>): readonly Lane[] =>
  openOptions(field, values).map((option) => ({ key: option.key, label: option.label, option, value: option.key }))

function recordLanes(found: readonly unknown[]): readonly Lane[] {
  return found.flatMap((value) => {
    if (typeof value !== 'object' || value === null || !('id' in value)) return []
    const link = value as LinkValue
    return [{ key: groupKey(link), label: link.label ?? undefined, option: undefined, value: link }]
  })
}

/** The one value that a filter demands of a field, if it does. */
function keyIn(where: Filter | undefined, name: string): string | undefined {
  if (!where) return undefined
  if ('and' in where) return where.and.map((each) => keyIn(each, name)).find((key) => key !== undefined)
  if (!('field' in where) || where.field !== name) return undefined
  const [only, ...others] = Array.isArray(where.value) ? where.value : [where.value]
  const demands = where.op === 'eq' || where.op === 'in'
  return demands && others.length === 0 && typeof only === 'string' ? only : undefined
}

/** The figure that columns are summed up by: the first amount the object puts forward. */
function moneyField(object: ObjectMeta): FieldMeta | undefined {
  const first = object.layout?.highlights
    ?.map((name) => findField(object, name))
    .find((field) => field?.kind === 'money')
  return first ?? object.fields.find((field) => field.kind === 'money')
}

export function laneFilter({ field }: BoardPlan, lane: Lane): Filter {
  return lane.key === null ? { field: field.name, op: 'empty' } : { field: field.name, op: 'eq', value: lane.key }
}

export function parentFilter({ parent, chosen }: BoardPlan): Filter | undefined {
  return parent && chosen ? { field: parent.name, op: 'eq', value: chosen } : undefined
}

/** Fields that an option wants filled before a record may enter it, and that are still empty. */
export function missingFor(
  object: ObjectMeta,
  option: OptionMeta | undefined,
  values: Readonly<Record<string, unknown>>,
): readonly FieldMeta[] {
  const needs = option?.config?.needs
  if (!Array.isArray(needs)) return []
  return needs.flatMap((name) => {
    const field = findField(object, String(name))
    const value = values[String(name)]
    return field && (value === null || value === undefined || value === '') ? [field] : []
  })
}

/** Whether records come to rest in this option: what lies there asks for nothing more. */
export const isEnd = (option: OptionMeta | undefined): boolean => Boolean(option?.config?.won ?? option?.config?.lost)
