/** What a drag over something means for the draft. Ids say what is dragged: "f:amount", "s:main", "t:tab1", "h:amount". */

import {
  allSections,
  type LayoutDraft,
  moveField,
  moveHighlight,
  moveSection,
  moveTab,
  sectionWith,
  tabWith,
} from './model'

export type DragKind = 'f' | 's' | 't' | 'h'

export const idOf = (kind: DragKind, name: string): string => `${kind}:${name}`
export const kindOf = (id: string): DragKind => id.slice(0, 1) as DragKind
export const nameOf = (id: string): string => id.slice(2)

/** What may lie under what is dragged. */
export const ACCEPTS: Readonly<Record<DragKind, readonly DragKind[]>> = {
  f: ['f', 's'],
  s: ['s', 't'],
  t: ['t'],
  h: ['h'],
}

export function dropped(draft: LayoutDraft, active: string, over: string): LayoutDraft {
  if (active === over) return draft
  return MOVES[kindOf(active)](draft, nameOf(active), kindOf(over), nameOf(over))
}

type Move = (draft: LayoutDraft, name: string, overKind: DragKind, over: string) => LayoutDraft

const MOVES: Readonly<Record<DragKind, Move>> = {
  f: (draft, name, overKind, over) => {
    if (overKind === 's') {
      const target = allSections(draft).find((section) => section.name === over)
      const inside = target?.fields.includes(name) ?? true
      return inside ? draft : moveField(draft, name, over, target?.fields.length ?? 0)
    }
    const target = sectionWith(draft, over)
    return target ? moveField(draft, name, target.name, target.fields.indexOf(over)) : draft
  },
  s: (draft, name, overKind, over) => {
    if (overKind === 't') {
      const target = draft.tabs.find((tab) => tab.id === over)
      return !target || tabWith(draft, name)?.id === over
        ? draft
        : moveSection(draft, name, over, target.sections.length)
    }
    const target = tabWith(draft, over)
    const at = target?.sections.findIndex((section) => section.name === over) ?? 0
    return target ? moveSection(draft, name, target.id, at) : draft
  },
  t: (draft, name, _, over) =>
    moveTab(
      draft,
      name,
      draft.tabs.findIndex((tab) => tab.id === over),
    ),
  h: (draft, name, _, over) => moveHighlight(draft, name, draft.highlights.indexOf(over)),
}
