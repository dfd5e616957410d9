/** Arranging never loses a field, and what is saved is what was arranged. */

import { expect, test } from 'vitest'
import type { ObjectMeta } from '@/platform/types'
import { dropped } from '../drag'
import {
  addSection,
  addTab,
  draftOf,
  dropField,
  dropSection,
  dropTab,
  faultOf,
  isSame,
  moveField,
  renameTab,
  sectionsOf,
  unplaced,
} from '../model'

const field = (name: string) => ({ name, label: name, kind: 'text' as const })
const OBJECT: ObjectMeta = {
  name: 'boat',
  label: 'Boat',
  plural: 'Boats',
  icon: 'box',
  title_field: 'name',
  rights: {},
  fields: ['name', 'length', 'berths', 'port', 'owner', 'created_at'].map(field),
  layout: {
    highlights: ['length', 'port'],
    sections: [
      { name: 'main', label: 'Main', fields: ['name', 'length'], tab: '' },
      { name: 'more', label: 'More', fields: ['berths'], tab: 'Inside' },
    ],
  },
}
const draft = draftOf(OBJECT)
const shape = (each: typeof draft) =>
  each.tabs.map((tab) => [tab.label, tab.sections.map((s) => [s.name, ...s.fields])])

test('sections stand under their tabs and come back as they were', () => {
  expect(shape(draft)).toEqual([
    ['', [['main', 'name', 'length']]],
    ['Inside', [['more', 'berths']]],
  ])
  expect(sectionsOf(draft)).toEqual(OBJECT.layout?.sections)
})

test('what no section shows is offered, what the system keeps is not', () => {
  expect(unplaced(OBJECT, draft)).toEqual(['port', 'owner'])
})

test('a field stands in one section at most', () => {
  const moved = moveField(draft, 'length', 'more', 0)
  expect(shape(moved)).toEqual([
    ['', [['main', 'name']]],
    ['Inside', [['more', 'length', 'berths']]],
  ])
  expect(unplaced(OBJECT, dropField(moved, 'length'))).toEqual(['length', 'port', 'owner'])
})

test('a field dragged over another takes its place, over an empty section it goes in', () => {
  expect(shape(dropped(draft, 'f:berths', 'f:name'))[0]).toEqual(['', [['main', 'berths', 'name', 'length']]])
  const wider = addSection(draft, 'tab1', 'New')
  expect(shape(dropped(wider, 'f:name', 's:s3'))[0]).toEqual([
    '',
    [
      ['main', 'length'],
      ['s3', 'name'],
    ],
  ])
})

test('a section can be dragged to another tab, tabs and highlights among themselves', () => {
  expect(shape(dropped(draft, 's:main', 't:tab2'))[1]).toEqual([
    'Inside',
    [
      ['more', 'berths'],
      ['main', 'name', 'length'],
    ],
  ])
  expect(dropped(draft, 't:tab2', 't:tab1').tabs.map((tab) => tab.label)).toEqual(['Inside', ''])
  expect(dropped(draft, 'h:port', 'h:length').highlights).toEqual(['port', 'length'])
})

test('the sections of a tab that goes stay', () => {
  expect(shape(dropTab(draft, 'tab2'))).toEqual([
    [
      '',
      [
        ['main', 'name', 'length'],
        ['more', 'berths'],
      ],
    ],
  ])
  expect(dropTab(dropTab(draft, 'tab2'), 'tab1').tabs).toHaveLength(1)
})

test('the fields of a section that goes are offered again', () => {
  expect(unplaced(OBJECT, dropSection(draft, 'main'))).toEqual(['name', 'length', 'port', 'owner'])
})

test('what cannot be saved is said', () => {
  expect(faultOf(draft)).toBeUndefined()
  expect(faultOf(addSection(draft, 'tab1', ' '))).toBe('layout.nameSections')
  expect(faultOf(addTab(draft, ''))).toBe('layout.nameTabs')
  expect(faultOf(renameTab(addTab(draft, 'x'), 's3', 'Inside'))).toBe('layout.twinTabs')
})

test('moving something back is no change', () => {
  const there = moveField(draft, 'name', 'more', 0)
  expect(isSame(there, draft)).toBe(false)
  expect(isSame(moveField(there, 'name', 'main', 0), draft)).toBe(true)
})
