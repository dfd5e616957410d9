/** What a person sees in a telephone box while typing, and what is kept of it. */

import { expect, test } from 'vitest'
import { countryOf } from '../phone/country'
import { grouped } from '../phone/grouping'

/** Types the signs one by one at the end. */
function typeOut(signs: string, country?: string) {
  let now = grouped('', '', true, country)
  for (const sign of signs) now = grouped(now.text + sign, now.text, true, country)
  return now
}

test('a number is grouped as its country does, and kept with its country', () => {
  expect(typeOut('13800138000', 'CN')).toEqual({ text: '138 0013 8000', value: '+8613800138000' })
  expect(typeOut('03012345678', 'DE')).toEqual({ text: '030 12345678', value: '+493012345678' })
  expect(typeOut('2125550123', 'US')).toEqual({ text: '(212) 555-0123', value: '+12125550123' })
})

test('a number that names its country needs no other', () => {
  expect(typeOut('+33142685300', 'CN')).toEqual({ text: '+33 1 42 68 53 00', value: '+33142685300' })
  expect(typeOut('+8613800138000').text).toBe('+86 138 0013 8000')
})

test('what is taken away or changed inside is left as it is', () => {
  expect(grouped('138 0013 ', '138 0013 8', true, 'CN').text).toBe('138 0013 ')
  expect(grouped('138 90013 8000', '138 0013 8000', false, 'CN').text).toBe('138 90013 8000')
})

test('a number that is not one yet, or has an extension, is kept as typed', () => {
  expect(typeOut('138', 'CN').value).toBe('138')
  expect(grouped('030 12345678 ext. 12', '', true, 'DE')).toEqual({
    text: '030 12345678 ext. 12',
    value: '030 12345678 ext. 12',
  })
  expect(grouped('', '1', true, 'DE').value).toBeNull()
})

test("the country is that of the record's address", () => {
  expect(countryOf({ name: 'Anna', address: { city: 'Berlin', country: 'DE' } })).toBe('DE')
  expect(countryOf({ name: 'Anna' })).toBe('US')
})
