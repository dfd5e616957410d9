import { describe, expect, test } from 'vitest'
import type { Change } from '@/platform/types'
import { netChanges, readTimeline } from '../timeline'

const anna = { id: 'anna', label: 'Anna' }
const bo = { id: 'bo', label: 'Bo' }

function change(id: number, at: string, actor: Change['actor'], fields: Record<string, [unknown, unknown]>): Change {
  const changes = Object.entries(fields).map(([field, [before, after]]) => ({
    field,
    label: field,
    kind: 'text' as const,
    before,
    after,
  }))
  return { id, at, actor, kind: 'change', action: 'update', changes }
}

const dayOf = (at: string): string => at.slice(0, 10)

describe('a timeline as people read it', () => {
  test('test_changes_of_one_person_in_a_row_read_as_one', () => {
    const days = readTimeline(
      [
        change(3, '2026-01-02T10:05:00Z', anna, { stage: ['b', 'c'] }),
        change(2, '2026-01-02T10:00:00Z', anna, { stage: ['a', 'b'], city: ['x', 'y'] }),
        change(1, '2026-01-02T09:59:00Z', bo, { city: ['w', 'x'] }),
      ],
      dayOf,
    )
    expect(days).toHaveLength(1)
    expect(days[0]?.entries.map((entry) => (entry.type === 'changes' ? entry.changes.length : 0))).toEqual([2, 1])
  })

  test('test_a_pause_or_a_new_day_begins_anew', () => {
    const days = readTimeline(
      [
        change(3, '2026-01-03T00:01:00Z', anna, { a: [1, 2] }),
        change(2, '2026-01-02T23:59:00Z', anna, { a: [0, 1] }),
        change(1, '2026-01-02T20:00:00Z', anna, { b: [0, 1] }),
      ],
      dayOf,
    )
    expect(days.map((day) => day.entries.length)).toEqual([1, 2])
  })

  test('test_activities_stand_alone_and_creation_is_not_swallowed', () => {
    const call: Change = { id: 9, at: '2026-01-02T10:01:00Z', actor: anna, kind: 'activity', action: 'create' }
    const made: Change = { id: 1, at: '2026-01-02T09:59:30Z', actor: anna, kind: 'change', action: 'create' }
    const days = readTimeline([call, change(2, '2026-01-02T10:00:00Z', anna, { a: [0, 1] }), made], dayOf)
    expect(days[0]?.entries.map((entry) => entry.type)).toEqual(['activity', 'changes', 'changes'])
  })

  test('test_what_went_there_and_back_is_not_told', () => {
    const net = netChanges([
      change(2, '2026-01-02T10:05:00Z', anna, { stage: ['b', 'a'], city: ['y', 'z'] }),
      change(1, '2026-01-02T10:00:00Z', anna, { stage: ['a', 'b'], city: ['x', 'y'] }),
    ])
    expect(net).toMatchObject([{ field: 'city', before: 'x', after: 'z' }])
    const there = change(1, '2026-01-02T10:00:00Z', anna, { stage: ['a', 'b'] })
    const back = change(2, '2026-01-02T10:01:00Z', anna, { stage: ['b', 'a'] })
    expect(readTimeline([back, there], dayOf)).toEqual([])
  })
})
