/** The palette ranks what fits and marks what was found. */

import { expect, test } from 'vitest'
import { fitting, pieces } from '../entries'

const entry = (label: string) => ({ id: label, label, run: () => undefined })

test('labels that begin with what was typed come first', () => {
  const entries = ['My deals', 'Add a deal', 'Deals', 'Contacts'].map(entry)
  expect(fitting(entries, 'deal').map(({ label }) => label)).toEqual(['Deals', 'My deals', 'Add a deal'])
})

test('typing nothing offers everything', () => {
  expect(fitting([entry('A'), entry('B')], ' ')).toHaveLength(2)
})

test('full-width letters find the same', () => {
  expect(fitting([entry('Deals')], 'ｄｅａｌ')).toHaveLength(1)
})

test('found parts are marked as the server says', () => {
  expect(pieces({ label: '深圳华星数据', highlight: [[2, 4]] }, 'hua xing')).toEqual([
    { text: '深圳', found: false },
    { text: '华星', found: true },
    { text: '数据', found: false },
  ])
})

test('without the server’s word the typed text itself is marked', () => {
  expect(pieces({ label: 'Settings' }, 'SET')).toEqual([
    { text: 'Set', found: true },
    { text: 'tings', found: false },
  ])
  expect(pieces({ label: 'Settings' }, 'x')).toEqual([{ text: 'Settings', found: false }])
})
