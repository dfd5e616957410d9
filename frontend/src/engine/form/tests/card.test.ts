/** Signatures and cards as they come by mail and chat, and what is read from each. */

import { describe, expect, test } from 'vitest'
import { parseCard } from '../card/parse'
import { CHINESE } from './cards.chinese'
import { ENGLISH } from './cards.latin'

describe('what stands in a signature', () => {
  test.each([...ENGLISH, ...CHINESE])('test_$case', ({ text, card }) => {
    expect(parseCard(text)).toEqual(card)
  })

  test('test_there_are_enough_of_them', () => {
    expect(ENGLISH.length + CHINESE.length).toBeGreaterThanOrEqual(40)
  })

  test('test_a_long_text_takes_no_time', () => {
    const began = performance.now()
    parseCard(`${'Lorem ipsum dolor sit amet, '.repeat(2_000)}\n${'1 '.repeat(5_000)}`)
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})
