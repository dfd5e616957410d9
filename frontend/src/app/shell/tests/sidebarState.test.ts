/** The side bar keeps the order that a person gave it, and shows what is new. */

import { expect, test } from 'vitest'
import { inOrder, moved } from '../sidebarState'

const self = (id: string): string => id

test('test_named_entries_come_first_and_new_ones_last', () => {
  expect(inOrder(['a', 'b', 'c', 'd'], ['c', 'a'], self)).toEqual(['c', 'a', 'b', 'd'])
})

test('test_an_entry_takes_the_place_where_it_is_dropped', () => {
  expect(moved(['a', 'b', 'c'], 'a', 'c')).toEqual(['b', 'c', 'a'])
  expect(moved(['a', 'b', 'c'], 'c', 'a')).toEqual(['c', 'a', 'b'])
})

test('test_what_is_not_in_the_list_changes_nothing', () => {
  expect(moved(['a', 'b'], 'x', 'a')).toEqual(['a', 'b'])
})
