/** Nothing that people read is written into a component, and the Chinese texts are Chinese. */

import { parseSync } from 'vite'
import { expect, test } from 'vitest'

const components = import.meta.glob<string>(['../../**/*.tsx', '!../../**/tests/**'], {
  eager: true,
  query: '?raw',
  import: 'default',
})
const files = import.meta.glob<Readonly<Record<string, string>>>('../../messages/*.json', {
  eager: true,
  import: 'default',
})

/** Attributes that are shown or read aloud. */
const SPOKEN = new Set(['alt', 'aria-label', 'description', 'hint', 'label', 'lead', 'placeholder', 'title'])
/** Names that are the same everywhere. */
const NAMES = /\b(?:Kith|GitHub)\b|\S+@\S+/g

interface Node {
  readonly type: string
  readonly [member: string]: unknown
}

test('no component holds a text', () => {
  const offences = Object.entries(components).flatMap(([path, source]) =>
    written(source).map((text) => `${path.replace('../../', '')}: ${text}`),
  )
  expect(Object.keys(components).length).toBeGreaterThan(100)
  expect(offences).toEqual([])
})

test('the check sees texts wherever they can stand', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is a source text
  const spoken = '<p title="One" aria-label={`Two ${x}`} className="no">'
  const source = `const A = () => ${spoken}Three {'Four'} {a ? 'Five' : b} {n}</p>`
  expect(written(source).toSorted()).toEqual(['Five', 'Four', 'One', 'Three', 'Two'])
})

/** The texts of a component that people would see, and that `t` did not give. */
function written(source: string): string[] {
  const found: string[] = []
  const note = (text: string): void => {
    const rest = text.replace(NAMES, '').trim()
    if (/\p{L}{2,}/u.test(rest)) found.push(rest)
  }
  const shown = (node: Node): void => {
    if (node.type === 'JSXText') note(String(node.value))
    if (node.type === 'Literal' && typeof node.value === 'string') note(node.value)
    if (node.type === 'TemplateLiteral') {
      for (const part of node.quasis as readonly { value: { cooked: string } }[]) note(part.value.cooked)
    }
    if (node.type === 'JSXExpressionContainer') shown(node.expression as Node)
    if (node.type === 'ConditionalExpression') {
      shown(node.consequent as Node)
      shown(node.alternate as Node)
    }
    if (node.type === 'LogicalExpression') shown(node.right as Node)
  }
  walk(parseSync('a.tsx', source).program as unknown as Node, (node) => {
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      if (nameOf(node) !== 'code') for (const child of node.children as readonly Node[]) shown(child)
    }
    if (node.type === 'JSXAttribute' && SPOKEN.has(String((node.name as Node).name)) && node.value) {
      shown(node.value as Node)
    }
  })
  return found
}

const nameOf = (node: Node): unknown => ((node.openingElement as Node | undefined)?.name as Node | undefined)?.name

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const member of Object.values(node)) {
    for (const each of Array.isArray(member) ? member : [member]) {
      if (each && typeof each === 'object' && 'type' in each) walk(each as Node, visit)
    }
  }
}

/** What Chinese people write in Latin letters too: names, formats, keys, codes. */
const LATIN = new Set(
  'api ai crm csv xlsx excel pdf json html mb kb gb id url esc enter tab shift alt ctrl kith utf gbk wps vcard sql csrf sso totp oidc app email webgl gps'.split(
    ' ',
  ),
)

test('no English is left in the Chinese texts', () => {
  const merged = (ending: string): Readonly<Record<string, string>> =>
    Object.assign({}, ...Object.entries(files).flatMap(([path, texts]) => (path.endsWith(ending) ? [texts] : [])))
  const english = merged('en.json')
  const left = Object.entries(merged('zh-CN.json'))
    .filter(([key]) => !key.endsWith('.words') && key !== 'gallery.specimen')
    .filter(
      ([key, text]) =>
        foreign(text).length > 0 || (text === english[key] && foreign(text.replace(NAMES, '')).length > 0),
    )
    .map(([key, text]) => `${key}: ${text}`)
  expect(left).toEqual([])
})

/** English words in a Chinese text, apart from parameters, addresses, formulas and names. */
function foreign(text: string): string[] {
  const spoken = text
    .replace(/\{\w+\}/g, '')
    .replace(/\S+@\S+|https?:\S+/g, '')
    .replace(/\b\w+(?: [*/+-] \w+)+/g, '')
  return (spoken.match(/[A-Za-z]{3,}/g) ?? []).filter((word) => !LATIN.has(word.toLowerCase()))
}

test('Chinese texts use Chinese punctuation', () => {
  const texts = Object.entries(files).flatMap(([path, found]) =>
    path.endsWith('zh-CN.json') ? Object.entries(found) : [],
  )
  const half = texts.filter(([, text]) => /\p{Script=Han}[,;:?!](?:\s|\p{Script=Han}|$)/u.test(text))
  expect(half.map(([key, text]) => `${key}: ${text}`)).toEqual([])
})
