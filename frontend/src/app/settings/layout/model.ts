/** A layout while it is being arranged: tabs hold sections, sections hold fields. Pure; every change is a new draft. */

import type { ObjectMeta, SectionMeta } from '@/platform/types'

export interface DraftSection {
  readonly name: string
  readonly label: string
  readonly fields: readonly string[]
}

export interface DraftTab {
  readonly id: string
  readonly label: string
  readonly sections: readonly DraftSection[]
}

export interface LayoutDraft {
  readonly highlights: readonly string[]
  readonly tabs: readonly DraftTab[]
}

const SYSTEM = new Set(['created_at', 'created_by', 'updated_at', 'updated_by'])
export const MOST_HIGHLIGHTS = 12

export function draftOf(object: ObjectMeta): LayoutDraft {
  const { highlights = [], sections = [] } = object.layout ?? {}
  const labels = [...new Set(sections.map((section) => section.tab ?? ''))]
  const tabs = (labels.length > 0 ? labels : ['']).map((label, index) => ({
    id: `tab${index + 1}`,
    label,
    sections: sections
      .filter((section) => (section.tab ?? '') === label)
      .map(({ name, label: spoken, fields }) => ({ name, label: spoken, fields })),
  }))
  return { highlights, tabs }
}

/** What the server keeps. Two tabs of one name would be one tab; an empty tab is none. */
export function sectionsOf(draft: LayoutDraft): readonly SectionMeta[] {
  return draft.tabs.flatMap((tab) =>
    tab.sections.map((section) => ({ ...section, label: section.label.trim(), tab: tab.label.trim() })),
  )
}

/** Fields that no section shows; the record page lists them at its end. */
export function unplaced(object: ObjectMeta, draft: LayoutDraft): readonly string[] {
  const placed = new Set(allSections(draft).flatMap((section) => section.fields))
  return object.fields.map((field) => field.name).filter((name) => !placed.has(name) && !SYSTEM.has(name))
}

export const allSections = (draft: LayoutDraft): readonly DraftSection[] => draft.tabs.flatMap((tab) => tab.sections)

export const sectionWith = (draft: LayoutDraft, field: string): DraftSection | undefined =>
  allSections(draft).find((section) => section.fields.includes(field))

export const tabWith = (draft: LayoutDraft, section: string): DraftTab | undefined =>
  draft.tabs.find((tab) => tab.sections.some((each) => each.name === section))

export function moveField(draft: LayoutDraft, field: string, section: string, at: number): LayoutDraft {
  return onSections(draft, (each) => {
    const rest = each.fields.filter((name) => name !== field)
    return { ...each, fields: each.name === section ? rest.toSpliced(at, 0, field) : rest }
  })
}

/** Takes a field off the sections. */
export const dropField = (draft: LayoutDraft, field: string): LayoutDraft => moveField(draft, field, '', 0)

export function moveSection(draft: LayoutDraft, name: string, tab: string, at: number): LayoutDraft {
  const moved = allSections(draft).find((section) => section.name === name)
  if (!moved) return draft
  return onTabs(draft, (each) => {
    const rest = each.sections.filter((section) => section.name !== name)
    return { ...each, sections: each.id === tab ? rest.toSpliced(at, 0, moved) : rest }
  })
}

/** Its fields are shown at the end of the page from then on. */
export const dropSection = (draft: LayoutDraft, name: string): LayoutDraft =>
  onTabs(draft, (tab) => ({ ...tab, sections: tab.sections.filter((section) => section.name !== name) }))

export function addSection(draft: LayoutDraft, tab: string, label: string): LayoutDraft {
  const section = { name: freeName(allSections(draft).map((each) => each.name)), label, fields: [] }
  return onTabs(draft, (each) => (each.id === tab ? { ...each, sections: [...each.sections, section] } : each))
}

export const renameSection = (draft: LayoutDraft, name: string, label: string): LayoutDraft =>
  onSections(draft, (section) => (section.name === name ? { ...section, label } : section))

export const addTab = (draft: LayoutDraft, label: string): LayoutDraft => ({
  ...draft,
  tabs: [...draft.tabs, { id: freeName(draft.tabs.map((tab) => tab.id)), label, sections: [] }],
})

export const renameTab = (draft: LayoutDraft, id: string, label: string): LayoutDraft =>
  onTabs(draft, (tab) => (tab.id === id ? { ...tab, label } : tab))

export function moveTab(draft: LayoutDraft, id: string, at: number): LayoutDraft {
  const moved = draft.tabs.find((tab) => tab.id === id)
  return moved ? { ...draft, tabs: draft.tabs.filter((tab) => tab.id !== id).toSpliced(at, 0, moved) } : draft
}

/** Its sections go to the tab before it, or after it if it was the first. */
export function dropTab(draft: LayoutDraft, id: string): LayoutDraft {
  const index = draft.tabs.findIndex((tab) => tab.id === id)
  const gone = draft.tabs[index]
  const heir = draft.tabs[index === 0 ? 1 : index - 1]
  if (!gone || !heir) return draft
  const tabs = draft.tabs
    .filter((tab) => tab.id !== id)
    .map((tab) => (tab.id === heir.id ? { ...tab, sections: [...tab.sections, ...gone.sections] } : tab))
  return { ...draft, tabs }
}

export function moveHighlight(draft: LayoutDraft, field: string, at: number): LayoutDraft {
  const rest = draft.highlights.filter((name) => name !== field)
  return { ...draft, highlights: rest.toSpliced(at, 0, field) }
}

export const dropHighlight = (draft: LayoutDraft, field: string): LayoutDraft => ({
  ...draft,
  highlights: draft.highlights.filter((name) => name !== field),
})

/** What stands in the way of saving, as a key of the messages. */
export function faultOf(draft: LayoutDraft): string | undefined {
  if (allSections(draft).some((section) => !section.label.trim())) return 'layout.nameSections'
  const labels = draft.tabs.map((tab) => tab.label.trim())
  if (draft.tabs.length > 1 && labels.slice(1).some((label) => !label)) return 'layout.nameTabs'
  return new Set(labels).size < labels.length ? 'layout.twinTabs' : undefined
}

export const isSame = (left: LayoutDraft, right: LayoutDraft): boolean =>
  JSON.stringify([left.highlights, sectionsOf(left)]) === JSON.stringify([right.highlights, sectionsOf(right)])

function onTabs(draft: LayoutDraft, change: (tab: DraftTab) => DraftTab): LayoutDraft {
  return { ...draft, tabs: draft.tabs.map(change) }
}

function onSections(draft: LayoutDraft, change: (section: DraftSection) => DraftSection): LayoutDraft {
  return onTabs(draft, (tab) => ({ ...tab, sections: tab.sections.map(change) }))
}

function freeName(taken: readonly string[]): string {
  let number = taken.length + 1
  while (taken.includes(`s${number}`)) number += 1
  return `s${number}`
}
