/** News tells labels, not keys. */

import { expect, test } from 'vitest'
import { plainText } from '../plainText'

const options = [
  { key: 'won', label: 'Won', color: 'green' },
  { key: 'lost', label: 'Lost', color: 'red' },
]

test('test_a_choice_is_told_by_its_label', () => {
  expect(plainText('won', 'choice', options)).toBe('Won')
  expect(plainText(['won', 'lost'], 'multi_choice', options)).toBe('Won, Lost')
})

test('test_an_option_that_is_gone_is_told_by_its_key', () => {
  expect(plainText('paused', 'choice', options)).toBe('paused')
})

test('test_a_link_is_told_by_its_name_and_a_flag_by_a_word', () => {
  expect(plainText({ id: '1', label: 'Yue' }, 'link')).toBe('Yue')
  expect(plainText(true, 'checkbox')).toBe('Yes')
  expect(plainText(null, 'choice', options)).toBe('')
})
