/** What the field form sends is what the server understands, and nothing it should not touch. */

import { expect, test } from 'vitest'
import type { FieldMeta } from '@/platform/types'
import { draftOf, keyOf, specOf } from '../draft'
import { exampleOf } from '../parts'

test('a new option gets a key from its label, in any language', () => {
  const options = ['On site', 'On site', '混合'].map((label) => ({ key: '', label, color: 'red' }))
  const spec = specOf({ ...draftOf(null, 'choice'), label: ' Model ', options }, 'choice')
  expect(spec.options?.map((option) => option.key)).toEqual(['on_site', 'on_site_2', 'option_3'])
  expect(spec.label).toBe('Model')
})

test('an option in use keeps its key when it is renamed', () => {
  const field: FieldMeta = {
    name: 'stage',
    kind: 'choice',
    label: 'Stage',
    options: [{ key: 'won', label: 'Won', color: 'green' }],
  }
  const draft = draftOf(field, 'choice')
  const renamed = { ...draft, options: draft.options.map((option) => ({ ...option, label: 'Closed' })) }
  expect(specOf(renamed, 'choice').options).toEqual([{ key: 'won', label: 'Closed', color: 'green' }])
})

test('settings of other kinds are not sent', () => {
  const spec = specOf({ ...draftOf(null, 'text'), config: { max: 80, decimals: 2, labels: { en: 'x' } } }, 'text')
  expect(spec.config).toEqual({ max: 80, labels: { en: 'x' } })
  expect(spec).not.toHaveProperty('options')
  expect(spec).not.toHaveProperty('to')
})

test('an empty setting and an empty default are left out', () => {
  const spec = specOf({ ...draftOf(null, 'text'), config: { max: '' }, default: '' }, 'text')
  expect(spec.config).toEqual({})
  expect(spec.default).toBeNull()
})

test('keys are API names', () => {
  expect(keyOf('Très  Important!')).toBe('tres_important')
  expect(keyOf('2nd choice')).toBe('')
})

test('the example shows the 42nd number', () => {
  expect(exampleOf('D-{0:05d}')).toBe('D-00042')
  expect(exampleOf('{0}/x')).toBe('42/x')
})
