import { describe, expect, test } from 'vitest'
import type { FieldMeta } from '@/platform/types'
import type { Filter } from '../../query/types'
import { holds, isRequired, isVisible } from '../conditions'

const values = {
  stage: 'lost',
  amount: { amount: 500, currency: 'EUR' },
  account: { id: 'a1', label: 'Acme' },
  tags: ['vip', 'old'],
  name: 'Harbour lights',
  done: null,
}

const CASES: readonly (readonly [string, Filter, boolean | undefined])[] = [
  ['an equal choice', { field: 'stage', op: 'eq', value: 'lost' }, true],
  ['one of several', { field: 'stage', op: 'in', value: ['won', 'lost'] }, true],
  ['another choice', { field: 'stage', op: 'ne', value: 'lost' }, false],
  ['an amount by its number', { field: 'amount', op: 'gte', value: 500 }, true],
  ['a link by its id', { field: 'account', op: 'eq', value: 'a1' }, true],
  ['a tag among others', { field: 'tags', op: 'has_any', value: ['vip'] }, true],
  ['words in any case', { field: 'name', op: 'contains', value: 'LIGHTS' }, true],
  ['an unticked box is not ticked', { field: 'done', op: 'eq', value: false }, true],
  ['nothing is empty', { field: 'missing', op: 'empty' }, true],
  ['nothing is not more than zero', { field: 'missing', op: 'gt', value: 0 }, false],
  [
    'both',
    {
      and: [
        { field: 'stage', op: 'eq', value: 'lost' },
        { field: 'name', op: 'not_empty' },
      ],
    },
    true,
  ],
  [
    'either',
    {
      or: [
        { field: 'stage', op: 'eq', value: 'won' },
        { field: 'amount', op: 'lt', value: 900 },
      ],
    },
    true,
  ],
  ['neither', { not: { field: 'stage', op: 'eq', value: 'lost' } }, false],
  ['what only the server knows', { field: 'account.city', op: 'eq', value: 'Kiel' }, undefined],
  [
    'a false part decides without the server',
    {
      and: [
        { field: 'account.city', op: 'eq', value: 'Kiel' },
        { field: 'stage', op: 'eq', value: 'won' },
      ],
    },
    false,
  ],
]

describe('a condition on a record', () => {
  test.each(CASES)('test_%s', (_, filter, answer) => {
    expect(holds(filter, values)).toBe(answer)
  })

  const field = (config: object, more: Partial<FieldMeta> = {}): FieldMeta => ({
    name: 'reason',
    kind: 'text',
    label: 'Reason',
    config: config as NonNullable<FieldMeta['config']>,
    ...more,
  })
  const whenLost = { field: 'stage', op: 'eq', value: 'lost' }

  test('test_a_field_shows_only_while_its_condition_holds', () => {
    expect(isVisible(field({ visible_when: whenLost }), values)).toBe(true)
    expect(isVisible(field({ visible_when: whenLost }), { stage: 'won' })).toBe(false)
    expect(isVisible(field({}), values)).toBe(true)
  })

  test('test_a_field_is_asked_for_only_while_its_condition_holds', () => {
    expect(isRequired(field({ required_when: whenLost }), values)).toBe(true)
    expect(isRequired(field({ required_when: whenLost }), { stage: 'won' })).toBe(false)
  })

  test('test_what_is_not_shown_is_not_asked_for', () => {
    expect(isRequired(field({ visible_when: whenLost }, { required: true }), { stage: 'won' })).toBe(false)
  })
})
