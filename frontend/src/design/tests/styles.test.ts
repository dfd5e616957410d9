/** Every Mantine component in use has its style sheet, and no other is loaded. */

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { expect, test } from 'vitest'

const CORE = resolve('node_modules/@mantine/core')
const STYLES = 'src/design/styles.ts'

/** Always needed: variables, resets, and what the provider draws. */
const GROUND = ['baseline', 'default-css-variables', 'global']

test('the style sheets are those of the components in use', () => {
  const listed = [...readFileSync(STYLES, 'utf8').matchAll(/@mantine\/core\/styles\/(.+)\.layer\.css/g)].map(
    (match) => match[1] ?? '',
  )
  expect(listed.toSorted()).toEqual([...GROUND, ...needed()].toSorted())
})

function needed(): string[] {
  const sheets = new Set<string>()
  const seen = new Set<string>()
  const queue = [...namesInUse(), 'MantineProvider'].map(entryOf)
  for (let file = queue.pop(); file; file = queue.pop()) {
    if (seen.has(file)) continue
    seen.add(file)
    const sheet = /([^/]+)\.module\.mjs$/.exec(file)?.[1]
    if (sheet) sheets.add(sheet)
    for (const [, next = ''] of readFileSync(file, 'utf8').matchAll(/from "(\.[^"]+)"/g)) {
      queue.push(resolve(dirname(file), next))
    }
  }
  return [...sheets].filter((name) => existsSync(`${CORE}/styles/${name}.layer.css`))
}

/** What our sources, and the date inputs, take from Mantine. */
function namesInUse(): string[] {
  const ours = sources('src').map((file) => readFileSync(file, 'utf8'))
  const dates = sources('node_modules/@mantine/dates/esm', '.mjs').map((file) => readFileSync(file, 'utf8'))
  const taken = [...ours, ...dates].flatMap((text) => [
    ...text.matchAll(/(?:im|ex)port (?!type)\{([^}]*)\} from ['"]@mantine\/core['"]/g),
  ])
  const names = taken.flatMap(([, list = '']) => list.split(','))
  return [...new Set(names.map((name) => name.trim().split(' as ')[0] ?? ''))].filter(
    (name) => name && !name.startsWith('type ') && entryOf(name) !== '',
  )
}

function entryOf(name: string): string {
  const places = [`components/${name}/${name}.mjs`, `core/${name}/${name}.mjs`].map((path) => `${CORE}/esm/${path}`)
  return places.find(existsSync) ?? ''
}

function sources(folder: string, ending = '.tsx'): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && (entry.name.endsWith(ending) || entry.name.endsWith('.ts')))
    .map((entry) => `${entry.parentPath}/${entry.name}`)
}
