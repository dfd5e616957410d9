/** Pages are styled by tokens: a colour, a letter size or a weight is decided in design/, nowhere else. */

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const ROOT = 'src'
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((path) => !path.startsWith('design/') && !path.includes('/tests/'))
  .map((path) => ({ path, text: /\.(css|tsx)$/.test(path) ? readFileSync(`${ROOT}/${path}`, 'utf8') : '' }))
const sheets = files.filter(({ path }) => path.endsWith('.css'))
const components = files.filter(({ path }) => path.endsWith('.tsx'))

interface Rule {
  readonly says: string
  readonly cure: string
  readonly offends: RegExp
  readonly clean: string
  readonly wrong: string
}

const SHEET_RULES: readonly Rule[] = [
  {
    says: 'a raw colour',
    cure: 'use a token of tier two: var(--text-2)',
    offends: /(?:#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch|lab|lch)a?\((?!from)).*;/i,
    clean: 'color: var(--text-2);',
    wrong: 'color: #333;',
  },
  {
    says: 'a palette colour of tier one',
    cure: 'use what it means: var(--accent)',
    offends: /var\(--(?:sand|night|pine)-\d+\)/,
    clean: 'color: var(--accent);',
    wrong: 'color: var(--pine-600);',
  },
  {
    says: 'a letter size',
    cure: 'use the type scale: var(--fs-1) to var(--fs-6), or inherit',
    offends: /font-size:(?!\s*(?:var\(--fs-\w+\)|inherit|calc\(var\(--fs-|[\d.]+em))[^;]+;/,
    clean: 'font-size: var(--fs-2);',
    wrong: 'font-size: 13px;',
  },
  {
    says: 'a letter weight',
    cure: 'use var(--weight), var(--weight-2) or var(--weight-3)',
    offends: /font-weight:(?!\s*(?:var\(--weight|inherit))[^;]+;/,
    clean: 'font-weight: var(--weight-2);',
    wrong: 'font-weight: 600;',
  },
  {
    says: 'a shadow of its own',
    cure: 'use var(--shadow-1) to var(--shadow-3)',
    offends: /box-shadow:(?!.*(?:var\(--|inset|none))[^;]+;/,
    clean: 'box-shadow: var(--shadow-2);',
    wrong: 'box-shadow: 0 1px 2px black;',
  },
  {
    says: 'a motion outside the scale',
    cure: 'use var(--motion) or var(--motion-slow): both vanish for people who want less motion',
    offends: /(?:transition|animation)(?:-duration)?:[^;]*\b\d+m?s\b[^;]*;/,
    clean: 'transition: opacity var(--motion) var(--ease);',
    wrong: 'transition: opacity 300ms;',
  },
]
const INLINE = /style=\{\{[^}]*\b(?:color|background|backgroundColor|fontSize|fontWeight|boxShadow):\s*['"\d]/

test('the test sees style sheets and components', () => {
  expect(sheets.length).toBeGreaterThan(15)
  expect(components.length).toBeGreaterThan(100)
})

test.each(SHEET_RULES)('no page has $says: $cure', ({ offends, clean, wrong }) => {
  expect(offends.test(wrong)).toBe(true)
  expect(offends.test(clean)).toBe(false)
  const found = sheets.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (offends.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  )
  expect(found).toEqual([])
})

test('no component paints itself', () => {
  expect(INLINE.test('<p style={{ fontSize: 12 }}>')).toBe(true)
  expect(components.filter(({ text }) => INLINE.test(text)).map(({ path }) => path)).toEqual([])
})
