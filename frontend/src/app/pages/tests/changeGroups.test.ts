/** Like news in a row is told once. */

import { expect, test } from 'vitest'
import type { Change } from '@/platform/types'
import { groupChanges } from '../changeGroups'

const change = (id: number, more: Partial<Change> = {}): Change => ({
  id,
  at: `2026-11-22T10:${String(59 - id).padStart(2, '0')}:00Z`,
  actor: { id: 'anna', label: 'Anna' },
  action: 'create',
  object: 'contact',
  ...more,
})

const sizes = (changes: readonly Change[]) => groupChanges(changes).map(({ all }) => all.length)

test('what one person added in a row is one piece of news', () => {
  expect(sizes([change(1), change(2), change(3)])).toEqual([3])
})

test('another person, another object, another action or a long pause begins a new one', () => {
  expect(sizes([change(1), change(2, { actor: { id: 'luis', label: 'Luis' } })])).toEqual([1, 1])
  expect(sizes([change(1), change(2, { object: 'deal' })])).toEqual([1, 1])
  expect(sizes([change(1), change(2, { action: 'delete' })])).toEqual([1, 1])
  expect(sizes([change(1), change(2, { at: '2026-11-22T08:00:00Z' })])).toEqual([1, 1])
})

test('changed fields are told one by one', () => {
  expect(sizes([change(1, { action: 'update' }), change(2, { action: 'update' })])).toEqual([1, 1])
})
