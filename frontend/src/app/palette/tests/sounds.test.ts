/** Chinese names are found by pinyin and by initials, quickly. */

import { syllables } from 'virtual:syllables'
import { expect, test } from 'vitest'
import { fitting } from '../entries'
import { soundOf } from '../sounds'

const entry = (label: string, at = 0) => ({
  id: `${at}`,
  label,
  sound: soundOf(label, syllables),
  run: () => undefined,
})

test('a command is found by its pinyin and by its initials', () => {
  const entries = ['退出登录', '汇率', '回收站'].map((label) => entry(label))
  const found = (typed: string) => fitting(entries, typed).map(({ label }) => label)
  expect(found('huishou')).toEqual(['回收站'])
  expect(found('hui shou zhan')).toEqual(['回收站'])
  expect(found('tcdl')).toEqual(['退出登录'])
  expect(found('hl')).toEqual(['汇率'])
})

test('a name without Chinese has no sound', () => {
  expect(soundOf('Settings', syllables)).toBe('')
})

test('a thousand entries are sifted in one pass, each read once', () => {
  let reads = 0
  const entries = Array.from({ length: 1000 }, (_, at) => {
    const made = entry(at % 2 ? '回收站' : '汇率', at)
    return Object.defineProperty({ ...made }, 'label', {
      get: () => {
        reads += 1
        return made.label
      },
    }) as typeof made
  })
  expect(fitting(entries, 'hsz')).toHaveLength(500)
  expect(reads).toBe(1000)
})
