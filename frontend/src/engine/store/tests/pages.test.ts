import { describe, expect, test } from 'vitest'
import { append, idsOf, insertAt, noPages, type Pages, pagesBetween, refresh, without } from '../pages'

const three: Pages = append(append(append(noPages, undefined, ['a', 'b'], '1'), '1', ['c', 'd'], '2'), '2', ['e'], null)

describe('the rows that are loaded', () => {
  test('test_a_row_that_moved_between_two_pages_appears_once', () => {
    expect(idsOf(append(append(noPages, undefined, ['a', 'b'], '1'), '1', ['b', 'c'], null))).toEqual(['a', 'b', 'c'])
  })

  test('test_a_new_row_comes_in_and_pushes_nothing_out', () => {
    const fresh = refresh(three, 0, { ids: ['n', 'a', 'b', 'c', 'd'], next: '9' })
    expect(idsOf(fresh)).toEqual(['n', 'a', 'b', 'c', 'd', 'e'])
    expect(fresh.next).toBeNull()
  })

  test('test_a_row_that_left_the_filter_goes', () => {
    expect(idsOf(refresh(three, 0, { ids: ['b', 'c', 'd', 'e'], next: null }))).toEqual(['b', 'c', 'd', 'e'])
  })

  test('test_a_row_that_moved_up_from_a_later_page_is_not_doubled', () => {
    const moved = refresh(three, 0, { ids: ['a', 'e', 'b', 'c'], next: null })
    expect(idsOf(moved)).toEqual(['a', 'e', 'b', 'c', 'd'])
  })

  test('test_a_row_that_moved_down_takes_its_new_place', () => {
    expect(idsOf(refresh(three, 0, { ids: ['b', 'c', 'a', 'd'], next: null }))).toEqual(['b', 'c', 'a', 'd', 'e'])
  })

  test('test_the_row_i_edit_keeps_its_place', () => {
    expect(idsOf(refresh(three, 0, { ids: ['n', 'b', 'c'], next: null }, new Set(['a'])))).toEqual([
      'a',
      'n',
      'b',
      'c',
      'd',
      'e',
    ])
    expect(idsOf(refresh(three, 1, { ids: ['d', 'c', 'e'], next: null }, new Set(['c'])))).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ])
  })

  test('test_the_last_page_learns_where_to_go_on', () => {
    expect(refresh(three, 2, { ids: ['e', 'f'], next: '3' }).next).toBe('3')
  })

  test('test_rows_go_and_come_back_where_they_were', () => {
    const gone = without(three, new Set(['c']))
    expect(idsOf(gone)).toEqual(['a', 'b', 'd', 'e'])
    expect(idsOf(insertAt(gone, 'c', 2))).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(idsOf(insertAt(three, 'a', 4))).toEqual(['b', 'c', 'd', 'e', 'a'])
    expect(idsOf(insertAt(noPages, 'a', 7))).toEqual(['a'])
  })

  test('test_the_pages_in_sight_are_known', () => {
    expect(pagesBetween(three, 1, 2)).toEqual([0, 1])
    expect(pagesBetween(three, 4, 9)).toEqual([2])
  })
})
