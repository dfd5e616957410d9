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

describe('records that point here', () => {
  const asked: Filter = {
    and: [
      { children: 'deal.account', is: 'count', op: 'ge', value: 2, where: { field: 'stage', op: 'eq', value: 'won' } },
      { children: 'contact.account', is: 'none' },
    ],
  }

  test('test_they_are_taken_apart_and_put_together_again', () => {
    expect(toFilter(toTree(asked))).toEqual(asked)
    expect(countConditions(toTree(asked))).toBe(2)
  })

  test('test_what_they_must_match_is_changed_inside_them', () => {
    const tree = toTree(asked)
    const [deals] = tree.items
    if (deals?.type !== 'children') throw new Error('not taken apart')
    const inner = deals.where.items[0]
    const changed = changeCondition(tree, inner?.id ?? '', { value: 'lost' })
    expect(JSON.stringify(toFilter(changed))).toContain('"lost"')
    const more = addTo(changed, deals.where.id, newCondition('name', 'eq', 'x'))
    expect(JSON.stringify(toFilter(more))).toContain('"x"')
    expect(toFilter(removeFrom(more, deals.id))).toEqual({ children: 'contact.account', is: 'none' })
  })
})
