import { describe, expect, test } from 'vitest'
import { setFormatting } from '@/platform/format'
import type { FieldMeta, ObjectMeta } from '@/platform/types'
import { groupFilter, readGrouping, writeGrouping } from '../grouping'
import { flatLines, groupedLines, groupKey, groupTree, type Lines } from '../rows'

const field = (name: string, kind: FieldMeta['kind'], groupable = true): FieldMeta => ({
  name,
  kind,
  label: name,
  groupable,
})
const object = { name: 'thing', fields: [field('mood', 'choice'), field('day', 'date'), field('at', 'datetime')] }
const by = (text: string) => {
  const found = readGrouping(object as unknown as ObjectMeta, text)
  if (!found) throw new Error(text)
  return found
}
const said = (lines: Lines): readonly string[] =>
  Array.from({ length: lines.length }, (_, at) => {
    const line = lines.at(at)
    if (line?.type === 'record') return line.id
    return line?.type === 'heading' ? `# ${line.group.path.replaceAll('\u0002', '/')}` : '...'
  })

describe('the identity of a group', () => {
  test('test_it_is_the_value_and_not_how_it_reads', () => {
    expect(groupKey(['x', 'y'])).toBe(groupKey(['x', 'y']))
    expect(groupKey({ id: '1', label: 'new name' })).toBe('1')
    expect([groupKey(null), groupKey(''), groupKey([])]).toEqual(['', '', ''])
  })
})

describe('the lines of a list', () => {
  test('test_without_groups_they_are_the_records', () => {
    const lines = flatLines(['a', 'b'])
    expect(said(lines)).toEqual(['a', 'b'])
    expect([lines.placeOf('b'), lines.placeOf('z')]).toEqual([1, -1])
  })

  const answers = [
    { keys: ['good', { id: 'u1', label: 'Ada' }], values: { count: 2, sum: 10 } },
    { keys: ['good', null], values: { count: 1, sum: null } },
    { keys: ['bad', { id: 'u1', label: 'Ada' }], values: { count: 3, sum: 5 } },
  ]

  test('test_inner_groups_add_up_to_the_outer_one', () => {
    const [good, bad] = groupTree(answers, 2)
    expect([good?.count, good?.sums.sum, good?.inner?.length]).toEqual([3, 10, 2])
    expect([bad?.count, bad?.sums.sum]).toEqual([3, 5])
    expect(good?.inner?.[0]?.values).toEqual(['good', { id: 'u1', label: 'Ada' }])
  })

  test('test_a_folded_group_hides_what_is_in_it', () => {
    const tree = groupTree(answers, 2)
    const lines = groupedLines(tree, new Set(['good']), () => ({ ids: ['r'], complete: true }))
    expect(said(lines)).toEqual(['# good', '# bad', '# bad/u1', 'r'])
  })

  test('test_records_that_have_not_been_read_have_their_room', () => {
    const [group] = groupTree([{ keys: ['good'], values: { count: 3 } }], 1)
    if (!group) throw new Error('no group')
    expect(said(groupedLines([group], new Set(), () => undefined))).toEqual(['# good', '...', '...', '...'])
    const some = groupedLines([group], new Set(), () => ({ ids: ['a'], complete: false }))
    expect(said(some)).toEqual(['# good', 'a', '...', '...'])
  })
})

describe('what belongs to a group', () => {
  test('test_days_are_grouped_by_months_unless_said_otherwise', () => {
    expect(writeGrouping(by('day'))).toBe('day:month')
    expect(writeGrouping(by('day:week'))).toBe('day:week')
    expect(writeGrouping(by('mood:week'))).toBe('mood')
    expect(readGrouping(object as unknown as ObjectMeta, 'gone')).toBeUndefined()
  })

  test('test_a_span_ends_before_the_next_begins', () => {
    expect(groupFilter(by('day:quarter'), '2026-10-01')).toEqual({
      and: [
        { field: 'day', op: 'ge', value: '2026-10-01' },
        { field: 'day', op: 'lt', value: '2027-01-01' },
      ],
    })
  })

  test('test_moments_are_cut_at_the_midnight_of_the_reader', () => {
    setFormatting({ timezone: 'Asia/Shanghai', currency: 'EUR' })
    expect(groupFilter(by('at:day'), '2026-03-01')).toEqual({
      and: [
        { field: 'at', op: 'ge', value: '2026-02-28T16:00:00.000Z' },
        { field: 'at', op: 'lt', value: '2026-03-01T16:00:00.000Z' },
      ],
    })
  })

  test('test_records_without_a_value_are_a_group_too', () => {
    expect(groupFilter(by('mood'), null)).toEqual({ field: 'mood', op: 'empty' })
    expect(groupFilter(by('mood'), { id: 'u1', label: 'Ada' })).toEqual({ field: 'mood', op: 'eq', value: 'u1' })
  })
})
