/** Conditions on fields that are gone, or that this reader may not see. */

import type { Meta, ObjectMeta } from '@/platform/types'
import { fieldAt } from '../meta/paths'
import type { Group, Node } from '../query/tree'

export function lostFields(meta: Meta, object: ObjectMeta, tree: Group): readonly string[] {
  const lost = (node: Node): readonly string[] => {
    if (node.type === 'group') return node.items.flatMap(lost)
    return node.type === 'condition' && isLost(meta, object, node.field) ? [node.field] : []
  }
  return [...new Set(lost(tree))]
}

export function withoutFields(root: Group, names: readonly string[]): Group {
  const items = root.items
    .filter((node) => node.type !== 'condition' || !names.includes(node.field))
    .map((node) => (node.type === 'group' ? withoutFields(node, names) : node))
    .filter((node) => node.type !== 'group' || node.items.length > 0)
  return { ...root, items }
}

/** A field that every record has without its being listed. */
const HIDDEN: ReadonlySet<string> = new Set(['id', 'version'])

const isLost = (meta: Meta, object: ObjectMeta, path: string): boolean =>
  !HIDDEN.has(path.split('.').at(-1) ?? '') && fieldAt(meta, object, path) === undefined
