import { describe, expect, test } from 'vitest'
import type { Rec } from '@/platform/types'
import { basedOn, begin, changedFields, confirm, drop, entryOf, receive } from '../entry'

const at = (version: number, fields: Record<string, unknown>): Rec => ({ id: 'r', version, ...fields })

describe('a record while it is edited', () => {
  test('test_an_edit_shows_at_once_and_goes_when_refused', () => {
    const edited = begin(entryOf(at(1, { name: 'a' })), { id: 1, values: { name: 'b' } })
    expect(edited.view.name).toBe('b')
    expect(drop(edited, 1).view.name).toBe('a')
  })

  test('test_news_from_others_does_not_take_away_what_is_being_saved', () => {
    const edited = begin(entryOf(at(1, { name: 'a', city: 'x' })), { id: 1, values: { name: 'b' } })
    const news = receive(edited, at(2, { name: 'c', city: 'y' }))
    expect(news.view).toMatchObject({ name: 'b', city: 'y', version: 2 })
    expect(drop(news, 1).view.name).toBe('c')
  })

  test('test_two_edits_settle_in_any_order', () => {
    const one = begin(entryOf(at(1, { name: 'a', city: 'x' })), { id: 1, values: { name: 'b' } })
    const two = begin(one, { id: 2, values: { city: 'y' } })
    const later = confirm(two, 2, at(3, { name: 'b', city: 'y' }))
    const done = confirm(later, 1, at(2, { name: 'b', city: 'x' }))
    expect(done.view).toMatchObject({ name: 'b', city: 'y', version: 3 })
    expect(done.edits).toEqual([])
  })

  test('test_old_news_is_ignored_field_by_field', () => {
    const entry = receive(entryOf(at(1, { name: 'a', notes: 'n1' })), at(3, { name: 'c' }))
    const late = receive(entry, at(2, { name: 'b', notes: 'n2' }))
    expect(late.view).toMatchObject({ name: 'c', notes: 'n2', version: 3 })
  })

  test('test_an_edit_is_based_on_the_version_at_which_its_field_was_seen', () => {
    const entry = receive(entryOf(at(1, { name: 'a', notes: 'n1' })), at(4, { name: 'b' }))
    expect(basedOn(entry, ['name'])).toBe(4)
    expect(basedOn(entry, ['name', 'notes'])).toBe(1)
  })

  test('test_only_what_looks_different_is_pointed_at', () => {
    const before = at(1, { name: 'a', tags: ['x'], city: null, updated_at: '1' })
    expect(changedFields(before, at(2, { name: 'b', tags: ['x'], city: '', updated_at: '2', extra: 1 }))).toEqual([
      'name',
    ])
  })
})
