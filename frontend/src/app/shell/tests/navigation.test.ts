/** Every object that stands alone is in the menu and has a letter of its own. */

import { expect, test } from 'vitest'
import type { ObjectMeta } from '@/platform/types'
import { standsAlone, withLetters } from '../navigation'

const object = (name: string, more: Partial<ObjectMeta> = {}): ObjectMeta => ({
  name,
  label: name,
  plural: name,
  icon: 'box',
  title_field: 'name',
  rights: { read: true },
  fields: [],
  ...more,
})

test('each object gets the first letter that is free', () => {
  const places = withLetters(['account', 'contact', 'call', 'shop__c', 'bank__c'].map((name) => object(name)))
  expect(places.map(({ letter }) => letter)).toEqual(['a', 'c', 'l', 'o', 'k'])
})

test('parts of other records, system objects and hidden ones are not in the menu', () => {
  expect(standsAlone(object('deal'))).toBe(true)
  expect(standsAlone(object('deal_line', { fields: [{ name: 'deal', kind: 'parent', label: 'Deal' }] }))).toBe(false)
  expect(standsAlone(object('user', { system: true }))).toBe(false)
  expect(standsAlone(object('relation', { config: { menu: false } }))).toBe(false)
  expect(standsAlone(object('secret', { rights: {} }))).toBe(false)
})
