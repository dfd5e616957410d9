import { describe, expect, test } from 'vitest'
import { orderOf, wrongPostcode } from '../address/formats'

describe('an address by its country', () => {
  test.each([
    ['DE', '10115'],
    ['US', '62701-1234'],
    ['GB', 'SW1A 1AA'],
    ['NL', '1012AB'],
    ['CN', '518057'],
    ['KE', 'anything goes where we know no rule'],
  ])('test_%s_takes_%s', (country, postal) => {
    expect(wrongPostcode({ country, postal })).toBeUndefined()
  })

  test.each([
    ['DE', '1011'],
    ['US', 'SW1A'],
    ['CN', '12345'],
  ])('test_%s_does_not_take_%s', (country, postal) => {
    expect(wrongPostcode({ country, postal })).toBeTruthy()
  })

  test('test_chinese_addresses_go_from_large_to_small', () => {
    expect(orderOf('CN').at(-1)).toBe('street')
    expect(orderOf('DE')[0]).toBe('street')
    expect(orderOf(null)[0]).toBe('street')
  })
})
