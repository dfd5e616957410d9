import { describe, expect, test } from 'vitest'
import type { FieldMeta, Meta, ObjectMeta, View } from '@/platform/types'
import { layoutField, offeredShapes } from '../shapes'
import { makePlan } from '../useListPlan'

const field = (name: string, kind: FieldMeta['kind']): FieldMeta => ({ name, kind, label: name, groupable: true })
const made = (...fields: FieldMeta[]): ObjectMeta => ({
  name: 'thing',
  label: 'Thing',
  plural: 'Things',
  icon: 'box',
  title_field: 'name',
  rights: {},
  fields: [field('name', 'text'), ...fields, field('created_at', 'datetime'), field('created_by', 'user')],
})
const full = { ...made(field('mood', 'choice'), field('day', 'date'), field('home', 'address')), board_field: 'mood' }
const meta = (object: ObjectMeta): Meta => ({ version: 1, objects: [object], currencies: [] })
const view = (id: string, kind: View['kind'], more: Partial<View> = {}): View => ({
  id,
  name: id,
  kind,
  object: 'thing',
  query: {},
  columns: [],
  sharing: 'private',
  pinned: false,
  ...more,
})

describe('the ways of looking at an object', () => {
  test('test_only_those_are_offered_that_its_fields_allow', () => {
    expect(offeredShapes(made())).toEqual(['list', 'split'])
    expect(offeredShapes(full)).toEqual(['list', 'board', 'calendar', 'split', 'map'])
  })

  test('test_it_is_laid_out_by_what_was_asked_for_where_that_fits', () => {
    const two = made(field('mood', 'choice'), field('who', 'user'))
    expect(layoutField(two, 'board', 'who')?.name).toBe('who')
    expect(layoutField(two, 'board', 'name')?.name).toBe('mood')
    expect(layoutField(two, 'map')).toBeUndefined()
  })
})

describe('what a list shows', () => {
  const views = [view('all', 'list', { group: 'mood', settings: { subgroup: 'day:week' } }), view('cards', 'board')]

  test('test_a_view_brings_its_groups_and_the_address_changes_them', () => {
    const plan = makePlan(meta(full), full, views, {})
    expect([plan.group, plan.subgroup, plan.changed]).toEqual(['mood', 'day:week', false])
    expect(makePlan(meta(full), full, views, { group: null }).subgroup).toBeUndefined()
    expect(makePlan(meta(full), full, views, { subgroup: 'mood' }).subgroup).toBeUndefined()
  })

  test('test_the_groups_of_a_list_do_not_lay_out_its_board', () => {
    const plan = makePlan(meta(full), full, views, { view: 'all', shape: 'board' })
    expect([plan.shape, plan.group, plan.changed]).toEqual(['board', undefined, true])
  })

  test('test_it_opens_with_the_view_that_its_reader_chose', () => {
    const chosen = [...views, view('mine', 'board', { start: true })]
    expect(makePlan(meta(full), full, chosen, {}).view?.id).toBe('mine')
    expect(makePlan(meta(full), full, chosen, { view: 'all' }).view?.id).toBe('all')
  })

  test('test_what_its_fields_no_longer_allow_falls_back_to_a_table', () => {
    const plain = made()
    const plan = makePlan(meta(plain), plain, [view('old', 'map', { group: 'home' })], { sort: [{ by: 'gone' }] })
    expect([plan.shape, plan.group, plan.sort]).toEqual(['list', undefined, []])
  })
})
