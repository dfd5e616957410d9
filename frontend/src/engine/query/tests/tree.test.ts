import { describe, expect, test } from 'vitest'
import {
  addTo,
  changeCondition,
  changeJoin,
  countConditions,
  emptyGroup,
  type Group,
  newCondition,
  removeFrom,
  toFilter,
  toTree,
} from '../tree'
import type { Filter } from '../types'

const nested: Filter = {
  and: [
    { field: 'stage', op: 'in', value: ['new'] },
    {
      or: [
        { field: 'amount', op: 'ge', value: 5 },
        { field: 'owner', op: 'eq', value: { me: true } },
      ],
    },
    { not: { text: 'old' } },
  ],
}

describe('the filter builder', () => {
  test('test_a_filter_is_the_same_after_a_visit_to_the_builder', () => {
    expect(toFilter(toTree(nested))).toEqual(nested)
    expect(toFilter(toTree({ field: 'a', op: 'empty' }))).toEqual({ field: 'a', op: 'empty' })
    expect(toFilter(toTree(undefined))).toBeUndefined()
  })

  test('test_unfinished_conditions_are_not_asked', () => {
    const root = addTo(addTo(emptyGroup(), '', newCondition('x', 'eq')), '', newCondition('y', 'eq'))
    expect(toFilter(root)).toBeUndefined()
    const tree: Group = {
      ...emptyGroup(),
      items: [
        newCondition('a', 'eq'),
        newCondition('b', 'between', [1, null]),
        newCondition('c', 'empty'),
        newCondition('d', 'eq', 0),
      ],
    }
    expect(toFilter(tree)).toEqual({
      and: [
        { field: 'c', op: 'empty' },
        { field: 'd', op: 'eq', value: 0 },
      ],
    })
    expect(countConditions(tree)).toBe(2)
  })

  test('test_conditions_come_go_and_change', () => {
    const root = emptyGroup()
    const one = newCondition('a', 'eq', 1)
    const inner = { ...emptyGroup('or'), items: [one] }
    const grown = addTo(addTo(root, root.id, inner), inner.id, newCondition('b', 'eq', 2))
    expect(toFilter(grown)).toEqual({
      or: [
        { field: 'a', op: 'eq', value: 1 },
        { field: 'b', op: 'eq', value: 2 },
      ],
    })
    expect(toFilter(changeJoin(grown, inner.id, 'and'))).toHaveProperty('and')
    expect(toFilter(changeCondition(grown, one.id, { value: 9 }))).toHaveProperty('or.0.value', 9)
  })

  test('test_a_group_leaves_with_its_last_condition', () => {
    const root = emptyGroup()
    const one = newCondition('a', 'eq', 1)
    const grown = addTo(root, root.id, { ...emptyGroup('or'), items: [one] })
    expect(removeFrom(grown, one.id).items).toEqual([])
  })
})
