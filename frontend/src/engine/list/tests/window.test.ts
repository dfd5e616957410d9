import { describe, expect, test } from 'vitest'
import { approach, columnsInSight, paced, rowsInSight, widened } from '../window'

describe('the rows that are drawn', () => {
  test('test_they_are_those_in_sight', () => {
    expect(rowsInSight(0, 400, 40, 1000)).toEqual({ first: 0, end: 10 })
    expect(rowsInSight(50, 400, 40, 1000)).toEqual({ first: 1, end: 12 })
    expect(rowsInSight(39_900, 400, 40, 1000)).toEqual({ first: 997, end: 1000 })
    expect(rowsInSight(0, 400, 40, 3)).toEqual({ first: 0, end: 3 })
    expect(widened({ first: 1, end: 12 }, 8, 1000)).toEqual({ first: 0, end: 20 })
  })

  test('test_few_new_ones_come_in_one_frame_and_those_in_sight_first', () => {
    const sight = { first: 10, end: 20 }
    const wanted = { first: 2, end: 28 }
    expect(approach({ first: 8, end: 18 }, sight, wanted, 3)).toEqual({ first: 8, end: 21 })
    expect(approach({ first: 12, end: 22 }, sight, wanted, 3)).toEqual({ first: 10, end: 23 })
  })

  test('test_a_jump_begins_where_one_looks', () => {
    const jumped = approach({ first: 0, end: 30 }, { first: 500, end: 520 }, { first: 492, end: 528 }, 5)
    expect(jumped).toEqual({ first: 500, end: 505 })
  })

  test('test_drawing_on_reaches_what_is_wanted', () => {
    const wanted = { first: 492, end: 528 }
    let drawn = { first: 0, end: 30 }
    for (let frame = 0; frame < 20; frame++) drawn = approach(drawn, { first: 500, end: 520 }, wanted, 5)
    expect(drawn).toEqual(wanted)
  })

  test('test_slow_frames_get_fewer_rows_and_quick_ones_more', () => {
    expect(paced(5, 16)).toBe(6)
    expect(paced(8, 16)).toBe(8)
    expect(paced(5, 60)).toBe(3)
    expect(paced(2, 60)).toBe(2)
    expect(paced(5, 4000)).toBe(5)
  })

  test('test_a_list_that_got_shorter_leaves_nothing_behind', () => {
    const none = { first: 0, end: 0 }
    expect(approach({ first: 0, end: 30 }, none, none, 5)).toEqual(none)
  })
})

describe('the columns that are drawn', () => {
  const starts = Array.from({ length: 301 }, (_, at) => at * 100)

  test('test_they_are_those_beside_the_pinned_ones', () => {
    expect(columnsInSight(starts, 0, 800, 1)).toEqual({ first: 1, end: 8 })
    expect(columnsInSight(starts, 1000, 800, 2)).toEqual({ first: 12, end: 18 })
  })

  test('test_the_last_column_can_be_reached', () => {
    expect(columnsInSight(starts, 29_200, 800, 1).end).toBe(300)
  })
})
