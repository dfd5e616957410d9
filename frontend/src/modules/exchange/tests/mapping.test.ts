import { describe, expect, test } from 'vitest'
import type { ObjectMeta } from '@/platform/types'
import { chooseField, exampleOf, keyFields, startDraft, strangeWords, targets, toMapping, unfilled } from '../mapping'
import type { FileColumn, ImportFile } from '../types'

const object: ObjectMeta = {
  name: 'thing',
  label: 'Thing',
  plural: 'Things',
  icon: 'box',
  title_field: 'name',
  rights: {},
  fields: [
    { name: 'name', kind: 'text', label: 'Name', required: true },
    { name: 'code', kind: 'text', label: 'Code', unique: true },
    { name: 'price', kind: 'money', label: 'Price' },
    { name: 'state', kind: 'choice', label: 'State', options: [{ key: 'on', label: 'On sale', color: 'green' }] },
    { name: 'kind', kind: 'choice', label: 'Kind', required: true, default: 'a' },
    { name: 'sum', kind: 'rollup', label: 'Sum' },
  ],
}

const column = (name: string, field: string | null, score: number, extra: Partial<FileColumn> = {}): FileColumn => ({
  name,
  samples: [],
  guess: { field, score, kind: 'text', formats: [], decimal: '.' },
  ...extra,
})

const file = (columns: readonly FileColumn[], extra: Partial<ImportFile> = {}): ImportFile => ({
  id: '1',
  name: 'things.csv',
  state: 'uploaded',
  object: 'thing',
  rows: 3,
  position: null,
  mapping: null,
  remembered: null,
  report: null,
  batch: null,
  job: null,
  encoding: 'utf-8',
  delimiter: ',',
  sheets: null,
  format: {},
  columns,
  ...extra,
})

describe('a mapping in the making', () => {
  test('test_likely_guesses_are_filled_in_once_and_lesser_ones_left_open', () => {
    const draft = startDraft(
      file([column('Title', 'name', 0.9), column('Label', 'name', 0.8), column('X', 'price', 0.4)]),
      object,
    )
    expect(draft.columns.map((each) => each.field)).toEqual(['name', null, null])
    expect(draft.mode).toBe('create')
  })

  test('test_a_unique_column_offers_to_update_what_is_there', () => {
    const draft = startDraft(file([column('Title', 'name', 1), column('No', 'code', 1)]), object)
    expect([draft.mode, draft.key]).toEqual(['upsert', 'code'])
    expect(keyFields(draft, object).map((field) => field.name)).toEqual(['code', 'name'])
  })

  test('test_what_was_mapped_last_time_is_remembered', () => {
    const remembered = {
      object: 'thing',
      mode: 'create' as const,
      key: [],
      columns: [{ column: 'X', field: 'price' }],
      constants: {},
    }
    const draft = startDraft(file([column('X', null, 0)], { remembered }), object)
    expect(draft.columns[0]?.field).toBe('price')
    expect(startDraft(file([column('Y', null, 0)], { remembered }), object).columns[0]?.field).toBeNull()
  })

  test('test_a_field_is_filled_by_one_column_only', () => {
    const columns = [column('A', 'name', 1), column('B', null, 0)]
    const draft = chooseField(startDraft(file(columns), object), columns[1] as FileColumn, 'name')
    expect(draft.columns.map((each) => each.field)).toEqual([null, 'name'])
  })

  test('test_amount_and_currency_are_two_targets_of_one_field', () => {
    const columns = [column('A', 'price', 1), column('B', null, 0)]
    const draft = chooseField(startDraft(file(columns), object), columns[1] as FileColumn, 'price/currency')
    expect(toMapping(draft, object).columns.map((each) => [each.field, each.part])).toEqual([
      ['price', ''],
      ['price', 'currency'],
    ])
    expect(targets(object, (label) => `${label} (currency)`).map((target) => target.value)).not.toContain('sum')
  })

  test('test_a_key_goes_with_its_column', () => {
    const columns = [column('No', 'code', 1)]
    const draft = chooseField(startDraft(file(columns), object), columns[0] as FileColumn, null)
    expect([draft.mode, draft.key]).toEqual(['create', null])
    expect(toMapping(draft, object).key).toEqual([])
  })

  test('test_required_fields_without_a_column_or_default_are_named', () => {
    const draft = startDraft(file([column('X', 'price', 1)]), object)
    expect(unfilled(draft, object).map((field) => field.name)).toEqual(['name'])
    expect(unfilled({ ...draft, mode: 'update' }, object)).toEqual([])
  })

  test('test_words_that_are_no_option_are_found', () => {
    const [state] = object.fields.filter((field) => field.name === 'state')
    const samples = ['on sale', 'ON', 'gone', null, 'gone']
    expect(state && strangeWords(column('S', 'state', 1, { samples }), state)).toEqual(['gone'])
  })

  test('test_a_date_pattern_is_shown_as_a_date', () => {
    expect(exampleOf('%d.%m.%Y')).toBe('31.12.2026')
    expect(exampleOf('%Y年%m月%d日')).toBe('2026年12月31日')
  })
})
