/** The filter a person is building: groups and conditions with identity, some of them not finished yet. */

import type { Json } from '@/platform/types'
import type { Filter } from './types'

export interface Condition {
  readonly type: 'condition'
  readonly id: string
  readonly field: string
  readonly op: string
  readonly value?: Json | undefined
}

/** A part this builder shows but does not take apart: not, children, text. */
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

export type Node = Condition | Fixed | Group

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
  return { type: 'fixed', id: newId(), filter }
}

/** The filter that the tree asks for, without unfinished conditions and empty groups; undefined means everything. */
export function toFilter(node: Node): Filter | undefined {
  if (node.type === 'fixed') return node.filter
  if (node.type === 'condition') return isComplete(node) ? conditionFilter(node) : undefined
  const items = node.items.map(toFilter).filter((item): item is Filter => item !== undefined)
  if (items.length < 2) return items[0]
  return node.join === 'and' ? { and: items } : { or: items }
}

function conditionFilter({ field, op, value }: Condition): Filter {
  return needsValue(op) && value !== undefined ? { field, op, value } : { field, op }
}

export function addTo(root: Group, groupId: string, node: Node): Group {
  return mapGroup(root, groupId, (group) => ({ ...group, items: [...group.items, node] }))
}

export function removeFrom(root: Group, id: string): Group {
  const items = root.items
    .filter((item) => item.id !== id)
    .map((item) => (item.type === 'group' ? removeFrom(item, id) : item))
    .filter((item) => item.type !== 'group' || item.items.length > 0)
  return { ...root, items }
}

export function changeCondition(root: Group, id: string, patch: Partial<Condition>): Group {
  const change = (node: Node): Node => {
    if (node.type === 'group') return { ...node, items: node.items.map(change) }
    return node.id === id && node.type === 'condition' ? { ...node, ...patch } : node
  }
  return change(root) as Group
}

export function changeJoin(root: Group, id: string, join: Group['join']): Group {
  return mapGroup(root, id, (group) => ({ ...group, join }))
}

function mapGroup(root: Group, id: string, change: (group: Group) => Group): Group {
  const items = root.items.map((item) => (item.type === 'group' ? mapGroup(item, id, change) : item))
  const next = { ...root, items }
  return root.id === id ? change({ ...root, items }) : next
}

/** How many finished conditions the tree holds: the number on the filter button. */
export function countConditions(node: Node): number {
  if (node.type === 'group') return node.items.reduce((sum, item) => sum + countConditions(item), 0)
  return node.type === 'fixed' || isComplete(node) ? 1 : 0
}
