import { describe, expect, test } from 'vitest'
import type { FieldMeta, ObjectMeta } from '@/platform/types'
import { firstFields, formGroups, problemsOf, setValue, startValues } from '../values'

const object: ObjectMeta = {
  name: 'thing',
  label: 'Thing',
  plural: 'Things',
  icon: 'box',
  title_field: 'name',
  owned: true,
  rights: {},
  layout: {
    highlights: ['size'],
    sections: [
      { name: 'one', label: 'One', fields: ['name', 'gone', 'number'] },
      { name: 'two', label: 'Two', fields: ['pipe', 'stage'] },
    ],
  },
  fields: [
    { name: 'name', kind: 'text', label: 'Name', required: true },
    { name: 'number', kind: 'auto_number', label: 'No' },
    {
      name: 'pipe',
      kind: 'choice',
      label: 'Pipe',
      default: 'a',
      options: [
        { key: 'a', label: 'A', color: 'gray' },
        { key: 'b', label: 'B', color: 'gray' },
      ],
    },
    {
      name: 'stage',
      kind: 'choice',
      label: 'Stage',
      default: 'a1',
      config: { depends_on: 'pipe' },
      options: [
        { key: 'a1', label: 'A1', color: 'gray', config: { pipe: 'a' } },
        { key: 'b1', label: 'B1', color: 'gray', config: { pipe: 'b' } },
      ],
    },
    { name: 'size', kind: 'integer', label: 'Size' },
    { name: 'mail', kind: 'email', label: 'Mail' },
    { name: 'secret', kind: 'text', label: 'Secret', rights: 'read' },
    { name: 'owner', kind: 'user', label: 'Owner', to: 'user' },
  ],
}
const me = { id: 'me', label: 'Me' }
const field = (name: string): FieldMeta => object.fields.find((each) => each.name === name) as FieldMeta

describe('a form', () => {
  test('test_it_starts_with_defaults_me_as_owner_and_what_was_given', () => {
    expect(startValues(object, { name: 'X' }, me)).toEqual({ owner: me, pipe: 'a', stage: 'a1', name: 'X' })
  })

  test('test_what_depends_on_a_choice_follows_it', () => {
    expect(startValues(object, { pipe: 'b' }, me)).toMatchObject({ pipe: 'b', stage: 'b1' })
    expect(setValue(object, { pipe: 'a', stage: 'a1' }, 'pipe', 'b')).toEqual({ pipe: 'b', stage: 'b1' })
    expect(setValue(object, { pipe: 'a', stage: null }, 'pipe', 'b').stage).toBeNull()
  })

  test('test_only_what_can_be_written_is_asked_for', () => {
    const names = formGroups(object).map((group) => group.fields.map((each) => each.name))
    expect(names).toEqual([['name'], ['pipe', 'stage'], ['size', 'mail', 'owner']])
    expect([...firstFields(object, { mail: 'x' })].toSorted()).toEqual(['gone', 'mail', 'name', 'number', 'size'])
  })

  test('test_what_is_missing_or_cannot_be_right_is_named', () => {
    const wrong = problemsOf([field('name'), field('size'), field('mail')], { name: '', size: 1.5, mail: 'a@b' })
    expect(Object.keys(wrong)).toEqual(['name', 'size', 'mail'])
    expect(problemsOf([field('name'), field('mail')], { name: 'x', mail: 'a@b.cn' })).toEqual({})
  })
})
