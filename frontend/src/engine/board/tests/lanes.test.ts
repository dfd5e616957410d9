import { describe, expect, test } from 'vitest'
import type { FieldMeta, ObjectMeta } from '@/platform/types'
import { boardPlan, laneFilter, missingFor, parentFilter } from '../lanes'

const stage: FieldMeta = {
  name: 'stage',
  kind: 'choice',
  label: 'Stage',
  required: true,
  config: { depends_on: 'pipe' },
  options: [
    { key: 'a1', label: 'A1', color: 'gray', config: { pipe: 'a' } },
    { key: 'a2', label: 'A2', color: 'gray', config: { pipe: 'a', needs: ['sum', 'day'] } },
    { key: 'a3', label: 'A3', color: 'gray', retired: true, config: { pipe: 'a' } },
    { key: 'b1', label: 'B1', color: 'gray', config: { pipe: 'b' } },
  ],
}
const object: ObjectMeta = {
  name: 'thing',
  label: 'Thing',
  plural: 'Things',
  icon: 'box',
  title_field: 'name',
  board_field: 'stage',
  rights: {},
  layout: { highlights: ['sum'] },
  fields: [
    { name: 'name', kind: 'text', label: 'Name' },
    {
      name: 'pipe',
      kind: 'choice',
      label: 'Pipe',
      default: 'b',
      options: [
        { key: 'a', label: 'A', color: 'gray' },
        { key: 'b', label: 'B', color: 'gray' },
      ],
    },
    stage,
    { name: 'sum', kind: 'money', label: 'Sum' },
    { name: 'day', kind: 'date', label: 'Day' },
  ],
}

const keys = (lane?: string, where?: Parameters<typeof boardPlan>[3]) =>
  boardPlan(object, undefined, lane, where)?.lanes.map((each) => each.key)

describe('a board by people', () => {
  const people = { ...object, board_field: null, fields: [{ name: 'who', kind: 'user' as const, label: 'Who' }] }

  test('test_it_has_a_column_for_everybody_found_and_one_for_nobody', () => {
    const ada = { id: 'u1', label: 'Ada' }
    const plan = boardPlan(people, 'who', undefined, undefined, [ada, null])
    expect(plan?.lanes.map((each) => [each.key, each.label])).toEqual([
      ['u1', 'Ada'],
      [null, undefined],
    ])
    expect(plan?.lanes[0]?.value).toEqual(ada)
  })
})

describe('a board', () => {
  test('test_its_columns_are_the_open_options_of_the_chosen_path', () => {
    expect(keys()).toEqual(['b1'])
    expect(keys('a')).toEqual(['a1', 'a2'])
    expect(keys('gone')).toEqual(['b1'])
  })

  test('test_a_filter_on_the_path_settles_it', () => {
    const where = {
      and: [
        { field: 'pipe', op: 'in', value: ['a'] },
        { field: 'name', op: 'eq', value: 'x' },
      ],
    }
    expect(keys('b', where)).toEqual(['a1', 'a2'])
    expect(boardPlan(object, undefined, undefined, where)?.settled).toBe(true)
    expect(keys('b', { field: 'pipe', op: 'in', value: ['a', 'b'] })).toEqual(['b1'])
  })

  test('test_records_without_a_value_have_a_column_where_the_field_may_be_empty', () => {
    const free = { ...object, fields: object.fields.map((f) => (f === stage ? { ...stage, required: false } : f)) }
    const plan = boardPlan(free, undefined, 'a')
    const last = plan?.lanes.at(-1)
    expect(last?.key).toBeNull()
    expect(plan && last && laneFilter(plan, last)).toEqual({ field: 'stage', op: 'empty' })
    expect(plan && parentFilter(plan)).toEqual({ field: 'pipe', op: 'eq', value: 'a' })
  })

  test('test_a_view_may_lay_out_by_another_choice_but_not_by_a_date', () => {
    expect(boardPlan(object, 'pipe', undefined)?.field.name).toBe('pipe')
    expect(boardPlan(object, 'day', undefined)?.field.name).toBe('stage')
    expect(boardPlan({ ...object, board_field: null }, 'day', undefined)?.field.name).toBe('pipe')
    expect(boardPlan({ ...object, fields: [] }, 'day', undefined)).toBeUndefined()
  })

  test('test_an_option_names_what_it_still_needs', () => {
    const option = stage.options?.[1]
    expect(missingFor(object, option, { sum: null, day: '2026-01-01' }).map((f) => f.name)).toEqual(['sum'])
    expect(missingFor(object, stage.options?.[0], {})).toEqual([])
  })
})
