/** The filter a person is building: groups and conditions with identity, some of them not finished yet. */

import type { Json } from '@/platform/types'
import type { ChildrenFilter, Filter } from './types'

export interface Condition {
  readonly type: 'condition'
  readonly id: string
  readonly field: string
  readonly op: string
  readonly value?: Json | undefined
}

/** Records of another object that point here: any, none, or so many, perhaps only those that match more. */
export interface Children {
  readonly type: 'children'
  readonly id: string
  /** The other object and its link to this one: "deal.account". */
  readonly of: string
  readonly is: ChildrenFilter['is']
  readonly op: string
  readonly value: number
  readonly where: Group
}

/** A part this builder shows but does not take apart: not, text. */
export interface Fixed {
  readonly type: 'fixed'
  readonly id: string
  readonly filter: Filter
}

export interface Group {
  readonly type: 'group'
  readonly id: string
  readonly join: 'and' | 'or'
  readonly items: readonly Node[]
}

export type Node = Condition | Children | Fixed | Group

let made = 0
const newId = (): string => `n${++made}`

export const emptyGroup = (join: Group['join'] = 'and'): Group => ({ type: 'group', id: newId(), join, items: [] })

export const newCondition = (field: string, op: string, value?: Json): Condition => ({
  type: 'condition',
  id: newId(),
  field,
  op,
  value,
})

export const newChildren = (of: string): Children => ({
  type: 'children',
  id: newId(),
  of,
  is: 'any',
  op: 'ge',
  value: 1,
  where: emptyGroup(),
})

/** Operators that need no value. */
const VALUELESS: ReadonlySet<string> = new Set(['empty', 'not_empty'])

export const needsValue = (op: string): boolean => !VALUELESS.has(op)

/** Whether a condition says enough to be asked. */
export function isComplete(condition: Condition): boolean {
  if (!needsValue(condition.op)) return true
  const { value } = condition
  if (Array.isArray(value)) {
    return value.length > 0 && value.every((item) => item !== null && item !== undefined && item !== '')
  }
  return value !== null && value !== undefined && value !== ''
}

export function toTree(filter: Filter | undefined | null): Group {
  if (!filter) return emptyGroup()
  const node = toNode(filter)
  return node.type === 'group' ? node : { ...emptyGroup(), items: [node] }
}

function toNode(filter: Filter): Node {
  if ('and' in filter) return { ...emptyGroup('and'), items: filter.and.map(toNode) }
  if ('or' in filter) return { ...emptyGroup('or'), items: filter.or.map(toNode) }
  if ('field' in filter) return newCondition(filter.field, filter.op ?? 'eq', filter.value)
  if ('children' in filter) {
    const { children: of, is, op = 'ge', value = 1, where } = filter
    return { type: 'children', id: newId(), of, is, op, value, where: toTree(where) }
  }
  return { type: 'fixed', id: newId(), filter }
}

/** The filter that the tree asks for, without unfinished conditions and empty groups; undefined means everything. */
export function toFilter(node: Node): Filter | undefined {
  if (node.type === 'fixed') return node.filter
  if (node.type === 'children') return childrenFilter(node)
  if (node.type === 'condition') return isComplete(node) ? conditionFilter(node) : undefined
  const items = node.items.map(toFilter).filter((item): item is Filter => item !== undefined)
  if (items.length < 2) return items[0]
  return node.join === 'and' ? { and: items } : { or: items }
}

function conditionFilter({ field, op, value }: Condition): Filter {
  return needsValue(op) && value !== undefined ? { field, op, value } : { field, op }
}

function childrenFilter({ of, is, op, value, where: inner }: Children): Filter {
  const where = toFilter(inner)
  return { children: of, is, ...(is === 'count' ? { op, value } : {}), ...(where ? { where } : {}) }
}

export function addTo(root: Group, groupId: string, node: Node): Group {
  return mapGroup(root, groupId, (group) => ({ ...group, items: [...group.items, node] }))
}

export function removeFrom(root: Group, id: string): Group {
  const items = root.items
    .filter((item) => item.id !== id)
    .map((item) => {
      if (item.type === 'children') return { ...item, where: removeFrom(item.where, id) }
      return item.type === 'group' ? removeFrom(item, id) : item
    })
    .filter((item) => item.type !== 'group' || item.items.length > 0)
  return { ...root, items }
}

export function changeCondition(root: Group, id: string, patch: Partial<Condition>): Group {
  return changeNode(root, id, (node) => (node.type === 'condition' ? { ...node, ...patch } : node))
}

export function changeChildren(root: Group, id: string, patch: Partial<Children>): Group {
  return changeNode(root, id, (node) => (node.type === 'children' ? { ...node, ...patch, type: 'children' } : node))
}

/** Puts another part in the place of one. */
export const replaceNode = (root: Group, id: string, by: Node): Group => changeNode(root, id, () => by)

function changeNode(root: Group, id: string, change: (node: Node) => Node): Group {
  const walk = (node: Node): Node => {
    if (node.id === id) return change(node)
    if (node.type === 'group') return { ...node, items: node.items.map(walk) }
    return node.type === 'children' ? { ...node, where: walk(node.where) as Group } : node
  }
  return walk(root) as Group
}

export function changeJoin(root: Group, id: string, join: Group['join']): Group {
  return mapGroup(root, id, (group) => ({ ...group, join }))
}

function mapGroup(root: Group, id: string, change: (group: Group) => Group): Group {
  return changeNode(root, id, (node) => (node.type === 'group' ? change(node) : node))
}

/** How many finished conditions the tree holds: the number on the filter button. */
export function countConditions(node: Node): number {
  if (node.type === 'group') return node.items.reduce((sum, item) => sum + countConditions(item), 0)
  return node.type !== 'condition' || isComplete(node) ? 1 : 0
}
