/** Rights fit together: nobody changes what they cannot see, and what is not set apart follows the others. */

import { expect, test } from 'vitest'
import type { ObjectRights, Profile } from '@/platform/types'
import { cloneOf, isApart, isSame, likeOthers, OTHERS, rightsOf, withField, withRights } from '../model'

const TEAM: ObjectRights = {
  read: 'team',
  create: true,
  update: 'team',
  delete: 'mine',
  export: true,
  bulk: false,
  fields: {},
}
const seller: Profile = { name: 'seller', label: 'Seller', admin: false, objects: {}, others: TEAM }

test('an object without rights of its own follows the others until it is set apart', () => {
  const changed = withRights(seller, 'deal', { delete: 'none' })
  expect(rightsOf(changed, 'deal').delete).toBe('none')
  expect(rightsOf(changed, 'account').delete).toBe('mine')
  expect(isApart(changed, 'deal')).toBe(true)
  expect(isSame(likeOthers(changed, 'deal'), seller)).toBe(true)
  expect(rightsOf(withRights(seller, OTHERS, { create: false }), 'account').create).toBe(false)
})

test('nobody changes, deletes or exports what they cannot see', () => {
  expect(rightsOf(withRights(seller, 'deal', { read: 'mine' }), 'deal')).toMatchObject({
    update: 'mine',
    delete: 'mine',
  })
  expect(rightsOf(withRights(seller, 'deal', { read: 'none' }), 'deal')).toMatchObject({
    update: 'none',
    delete: 'none',
    export: false,
  })
  expect(rightsOf(withRights(seller, 'deal', { update: 'all' }), 'deal').update).toBe('team')
})

test('only what differs from write is kept about fields', () => {
  const closed = withField(seller, 'deal', 'amount', 'hidden')
  expect(rightsOf(closed, 'deal').fields).toEqual({ amount: 'hidden' })
  expect(rightsOf(withField(closed, 'deal', 'amount', 'write'), 'deal').fields).toEqual({})
})

test('a copy has a free name and never hands on the rights of an administrator', () => {
  expect(cloneOf({ ...seller, admin: true }, 'Field sales', ['field_sales'])).toMatchObject({
    name: 'field_sales_2',
    label: 'Field sales',
    admin: false,
  })
  expect(cloneOf(seller, '外勤', []).name).toBe('profile')
})
