import { describe, expect, test } from 'vitest'
import type { FieldMeta, Rec } from '@/platform/types'
import { groupKey, linesOf } from '../rows'
import { moved } from '../useCursor'
import { sortFor } from '../useList'
import { between } from '../useSelection'

const group: FieldMeta = { name: 'who', kind: 'link', label: 'Who' }
const rows: Record<string, Rec> = {
  a: { id: 'a', version: 1, who: { id: '1', label: 'One' } },
  b: { id: 'b', version: 1, who: { id: '1', label: 'One, renamed' } },
  c: { id: 'c', version: 1, who: null },
}

describe('the lines of a list', () => {
  test('test_a_heading_stands_where_a_group_begins', () => {
    const lines = linesOf(['a', 'b', 'c'], group, (id) => rows[id])
    expect(lines.map((line) => (line.type === 'record' ? line.id : `= ${line.key}`))).toEqual([
      '= 1',
      'a',
      'b',
      '= ',
      'c',
    ])
  })

  test('test_a_folded_group_shows_its_heading_only', () => {
    const lines = linesOf(['a', 'b', 'c'], group, (id) => rows[id], new Set(['1']))
    expect(lines.map((line) => line.type)).toEqual(['heading', 'heading', 'record'])
  })

  test('test_the_same_value_has_the_same_key', () => {
    expect(groupKey(['x', 'y'])).toBe(groupKey(['x', 'y']))
    expect(groupKey({ id: '1', label: 'new name' })).toBe('1')
    expect([groupKey(null), groupKey(''), groupKey([])]).toEqual(['', '', ''])
  })

  test('test_a_grouped_list_is_sorted_by_its_group_first', () => {
    const sort = [{ by: 'name' }, { by: 'who', desc: true }]
    expect(sortFor({ sort, group: 'who' })).toEqual([{ by: 'who', desc: true }, { by: 'name' }])
    expect(sortFor({ sort, group: 'size' })[0]).toEqual({ by: 'size' })
  })
})

describe('moving about in a list', () => {
  test('test_the_cursor_stays_inside', () => {
    expect(moved(['a', 'b'], 3, undefined, 1, 0)).toEqual({ id: 'a', column: 0 })
    expect(moved(['a', 'b'], 3, { id: 'b', column: 2 }, 5, 5)).toEqual({ id: 'b', column: 2 })
    expect(moved(['a', 'b'], 3, { id: 'gone', column: 2 }, 1, 0)).toEqual({ id: 'a', column: 0 })
    expect(moved([], 3, undefined, 1, 0)).toBeUndefined()
  })

  test('test_a_range_goes_both_ways', () => {
    expect(between(['a', 'b', 'c', 'd'], 'c', 'a')).toEqual(['a', 'b', 'c'])
    expect(between(['a', 'b', 'c'], undefined, 'b')).toEqual(['b'])
    expect(between(['a', 'b', 'c'], 'gone', 'b')).toEqual(['b'])
  })
})
