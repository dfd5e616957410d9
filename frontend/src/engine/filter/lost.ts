/** Conditions on fields that are gone, or that this reader may not see. */

import type { Meta, ObjectMeta } from '@/platform/types'
import { fieldAt, findObject } from '../meta/paths'
import type { Group, Node } from '../query/tree'

export function lostFields(meta: Meta, object: ObjectMeta, tree: Group): readonly string[] {
  const lost = (node: Node): readonly string[] => {
    if (node.type === 'group') return node.items.flatMap(lost)
    if (node.type === 'children') {
      const other = findObject(meta, node.of.split('.')[0] ?? '')
      return other ? lostFields(meta, other, node.where) : [node.of]
    }
    return node.type === 'condition' && isLost(meta, object, node.field) ? [node.field] : []
  }
  return [...new Set(lost(tree))]
}

export function withoutFields(root: Group, names: readonly string[]): Group {
  const items = root.items
    .filter((node) => node.type !== 'condition' || !names.includes(node.field))
    .filter((node) => node.type !== 'children' || !names.includes(node.of))
    .map((node) => {
      if (node.type === 'children') return { ...node, where: withoutFields(node.where, names) }
      return node.type === 'group' ? withoutFields(node, names) : node
    })
    .filter((node) => node.type !== 'group' || node.items.length > 0)
  return { ...root, items }
}

/** A field that every record has without its being listed. */
const HIDDEN: ReadonlySet<string> = new Set(['id', 'version'])

const isLost = (meta: Meta, object: ObjectMeta, path: string): boolean =>
  !HIDDEN.has(path.split('.').at(-1) ?? '') && fieldAt(meta, object, path) === undefined
