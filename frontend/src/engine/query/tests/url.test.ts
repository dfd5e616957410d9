import { describe, expect, test } from 'vitest'
import { fromSearch, type ListState, toggleSort, toSearch } from '../url'

const full: ListState = {
  view: 'v1',
  shape: 'board',
  where: {
    and: [
      { field: 'stage', op: 'in', value: ['new', 'won'] },
      { or: [{ field: 'name', op: 'contains', value: '华星' }] },
    ],
  },
  sort: [{ by: 'amount', desc: true }, { by: 'account.city' }],
  search: 'a, b & c',
  columns: ['name', 'account.city'],
  group: 'stage',
  lane: 'new_business',
  peek: 'id-1',
}

describe('the address of a list', () => {
  test('test_everything_survives_the_way_there_and_back', () => {
    expect(fromSearch(toSearch(full))).toEqual(full)
  })

  test('test_nothing_set_leaves_the_address_clean', () => {
    expect(toSearch({})).toEqual({})
    expect(fromSearch({})).toEqual({})
  })

  test('test_no_filter_and_no_group_differ_from_what_the_view_says', () => {
    const state: ListState = { where: null, group: null }
    expect(fromSearch(toSearch(state))).toEqual(state)
  })

  test('test_nonsense_in_the_address_is_left_out', () => {
    expect(fromSearch({ where: '{broken', as: 'pie', sort: '-,,', q: 12 })).toEqual({ search: '12', sort: [] })
    expect(fromSearch({ where: '{"drop":"table"}' })).toEqual({})
    expect(fromSearch({ where: '{"and":[1,2]}' })).toEqual({})
  })

  test('test_a_router_that_parses_json_itself_is_understood', () => {
    const where = { field: 'stage', op: 'eq', value: 'new' }
    expect(fromSearch({ where })).toEqual({ where })
  })
})

describe('a click on a header', () => {
  test('test_it_goes_up_down_and_off', () => {
    const up = toggleSort([], 'name', false)
    const down = toggleSort(up, 'name', false)
    expect([up, down, toggleSort(down, 'name', false)]).toEqual([[{ by: 'name' }], [{ by: 'name', desc: true }], []])
  })

  test('test_with_shift_it_keeps_the_other_keys_in_their_order', () => {
    const sort = toggleSort([{ by: 'a' }, { by: 'b' }], 'a', true)
    expect(sort).toEqual([{ by: 'a', desc: true }, { by: 'b' }])
    expect(toggleSort(sort, 'c', true)).toEqual([...sort, { by: 'c' }])
    expect(toggleSort(sort, 'a', true)).toEqual([{ by: 'b' }])
  })
})
