/** Both languages say everything, and nothing is said that no page uses. */

import { expect, test } from 'vitest'

type Texts = Readonly<Record<string, string>>

const files = import.meta.glob<Texts>('../../messages/*.json', { eager: true, import: 'default' })
const sources = import.meta.glob<string>(['../../**/*.{ts,tsx}', '!../../**/tests/**'], {
  eager: true,
  query: '?raw',
  import: 'default',
})

const merged = (ending: string): Texts =>
  Object.assign({}, ...Object.entries(files).flatMap(([path, texts]) => (path.endsWith(ending) ? [texts] : [])))
const english = merged('en.json')
const chinese = merged('zh-CN.json')
const stem = (key: string): string => key.replace(/\.(zero|one|two|few|many|other)$/, '')
const stems = (texts: Texts): string[] => [...new Set(Object.keys(texts).map(stem))].toSorted()
const parameters = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].toSorted()

const code = Object.values(sources).join('\n')
const literals = new Set([...code.matchAll(/['"`]([a-zA-Z][\w]*(?:\.[\w-]+)+)['"`]/g)].map((match) => match[1] ?? ''))
const prefixes = [...code.matchAll(/`([a-zA-Z][\w]*(?:\.[\w]+)*\.)\$\{/g)].map((match) => match[1] ?? '')
const suffixes = [...code.matchAll(/\}(\.[a-zA-Z]\w*)`/g)].map((match) => match[1] ?? '')
const asked = [...code.matchAll(/\bt\(\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '')

test('the test sees messages and sources', () => {
  expect(Object.keys(english).length).toBeGreaterThan(100)
  expect(Object.keys(sources).length).toBeGreaterThan(100)
  expect(asked.length).toBeGreaterThan(100)
})

test('both languages have the same keys', () => {
  expect(stems(chinese)).toEqual(stems(english))
})

test('both languages use the same parameters', () => {
  const differing = Object.keys(english).filter((key) => {
    const other = chinese[key] ?? chinese[`${stem(key)}.other`] ?? ''
    return key.endsWith('.one') ? false : parameters(other).join() !== parameters(english[key] ?? '').join()
  })
  expect(differing).toEqual([])
})

test('no message is empty', () => {
  const empty = [english, chinese].flatMap((texts) => Object.keys(texts).filter((key) => !texts[key]?.trim()))
  expect(empty).toEqual([])
})

test('every key that a page asks for is there', () => {
  const known = new Set([...Object.keys(english), ...stems(english)])
  expect(asked.filter((key) => !known.has(key))).toEqual([])
})

test('every message is used', () => {
  const used = (key: string): boolean =>
    literals.has(key) ||
    prefixes.some((prefix) => key.startsWith(prefix)) ||
    suffixes.some((suffix) => key.endsWith(suffix) && literals.has(key.slice(0, -suffix.length)))
  expect(stems(english).filter((key) => !used(key))).toEqual([])
})

test('plural forms come in the forms that the language has', () => {
  const plural = Object.keys(english).filter((key) => key.endsWith('.one'))
  expect(plural.filter((key) => !(`${stem(key)}.other` in english))).toEqual([])
  expect(Object.keys(chinese).filter((key) => key.endsWith('.one'))).toEqual([])
})
