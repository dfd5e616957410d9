/** The lines that a list draws: records, and where it is grouped headings and records still to come. Pure. */

import { isEmpty } from '../store/entry'

export type Line =
  | { readonly type: 'record'; readonly id: string }
  | { readonly type: 'heading'; readonly group: GroupNode }
  | { readonly type: 'waiting'; readonly path: string; readonly at: number }

export interface Lines {
  readonly length: number
  readonly at: (index: number) => Line | undefined
  /** Where a record stands; -1 when it is not among the lines. */
  readonly placeOf: (id: string) => number
}

/** A group with its figures; groups of the first level may hold others. */
export interface GroupNode {
  /** Its identity among all groups of the list. */
  readonly path: string
  readonly level: number
  /** What its records have in common, level by level. */
  readonly values: readonly unknown[]
  readonly count: number
  readonly sums: Readonly<Record<string, number | null>>
  readonly inner: readonly GroupNode[] | undefined
}

/** One identity per group value, whatever its form: a link by its id, money by its currency, a list by its items. */
export function groupKey(value: unknown): string {
  if (isEmpty(value)) return ''
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return value.map(groupKey).join('\u0001')
  return 'id' in value ? String(value.id) : JSON.stringify(value)
}

export interface GroupAnswer {
  readonly keys: readonly unknown[]
  readonly values: Readonly<Record<string, number | null>>
}

const BETWEEN = '\u0002'
const COUNT = 'count'

/** The groups as the server counted them, those of the second level inside those of the first. */
export function groupTree(answers: readonly GroupAnswer[], levels: number): readonly GroupNode[] {
  const leaf = ({ keys, values }: GroupAnswer): GroupNode => {
    const { [COUNT]: count, ...sums } = values
    const path = keys.map(groupKey).join(BETWEEN)
    return { path, level: levels - 1, values: keys, count: count ?? 0, sums, inner: undefined }
  }
  if (levels < 2) return answers.map(leaf)
  const outer = new Map<string, GroupNode[]>()
  for (const answer of answers) {
    const key = groupKey(answer.keys[0])
    outer.set(key, [...(outer.get(key) ?? []), leaf(answer)])
  }
  return [...outer].map(([path, inner]) => ({
    path,
    level: 0,
    values: inner[0]?.values.slice(0, 1) ?? [],
    count: inner.reduce((sum, { count }) => sum + count, 0),
    sums: addUp(inner),
    inner,
  }))
}

function addUp(groups: readonly GroupNode[]): GroupNode['sums'] {
  const sums: Record<string, number | null> = {}
  for (const group of groups) {
    for (const [name, value] of Object.entries(group.sums)) {
      if (value !== null) sums[name] = (sums[name] ?? 0) + value
      else sums[name] ??= null
    }
  }
  return sums
}

/** The lines of a list without groups; nothing is made before it is looked at, however long the list is. */
export function flatLines(ids: readonly string[]): Lines {
  return {
    length: ids.length,
    at: (index) => {
      const id = ids[index]
      return id === undefined ? undefined : { type: 'record', id }
    },
    placeOf: (id) => ids.indexOf(id),
  }
}

/** What has been read of a group's records. */
export interface GroupRows {
  readonly ids: readonly string[]
  readonly complete: boolean
}

/** How many lines stand for records that have not been read yet. */
const WAITING = 50

export function groupedLines(
  groups: readonly GroupNode[],
  folded: ReadonlySet<string>,
  rowsOf: (path: string) => GroupRows | undefined,
): Lines {
  const lines: Line[] = []
  const add = (group: GroupNode): void => {
    lines.push({ type: 'heading', group })
    if (folded.has(group.path)) return
    if (group.inner) {
      group.inner.forEach(add)
      return
    }
    const rows = rowsOf(group.path)
    for (const id of rows?.ids ?? []) lines.push({ type: 'record', id })
    if (rows?.complete) return
    const left = rows ? group.count - rows.ids.length : group.count
    for (let at = 0; at < Math.min(WAITING, Math.max(1, left)); at++) {
      lines.push({ type: 'waiting', path: group.path, at })
    }
  }
  groups.forEach(add)
  return {
    length: lines.length,
    at: (index) => lines[index],
    placeOf: (id) => lines.findIndex((line) => line.type === 'record' && line.id === id),
  }
}
