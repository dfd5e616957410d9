/** Files stay short, say why they exist, and floors are imported from above only. */

import { expect, test } from 'vitest'

const files = Object.entries(
  import.meta.glob<string>('../../**/*.{ts,tsx}', { eager: true, query: '?raw', import: 'default' }),
).map(([path, text]) => ({ path: path.replace('../../', ''), text }))

/** What `./kith types` writes is as long as it is. */
const written = files.filter(({ path }) => !path.startsWith('generated/'))

const LONGEST = 250
/** This list may only shrink. */
const GRANDFATHERED: Readonly<Record<string, number>> = {}

const FLOORS = ['generated', 'lib', 'platform', 'design', 'engine', 'modules', 'app'] as const
const floorOf = (path: string): number => FLOORS.findIndex((floor) => path.startsWith(`${floor}/`))

test('the test sees the sources', () => {
  expect(files.length).toBeGreaterThan(200)
})

test('no file is too long', () => {
  const long = written.map(({ path, text }) => [path, text.split('\n').length - 1] as const)
  expect(Object.fromEntries(long.filter(([, lines]) => lines > LONGEST))).toEqual(GRANDFATHERED)
})

test('every file begins by saying why it exists', () => {
  const silent = written.filter(({ path, text }) => !path.includes('/tests/') && !text.startsWith('/**'))
  expect(silent.map(({ path }) => path)).toEqual([])
})

test('no floor imports a higher one', () => {
  const offences = files.flatMap(({ path, text }) =>
    [...text.matchAll(/from '@\/([\w-]+)/g)]
      .map((match) => match[1] ?? '')
      .filter((target) => floorOf(path) >= 0 && floorOf(`${target}/`) > floorOf(path))
      .filter(() => !path.includes('/tests/'))
      .map((target) => `${path} imports ${target}`),
  )
  expect(offences).toEqual([])
})

test('a module does not reach into another', () => {
  const offences = files
    .filter(({ path }) => path.startsWith('modules/'))
    .flatMap(({ path, text }) => {
      const own = path.split('/')[1]
      return [...text.matchAll(/from '@\/modules\/([\w-]+)/g)]
        .filter((match) => match[1] !== own)
        .map((match) => `${path} imports modules/${match[1]}`)
    })
  expect(offences).toEqual([])
})
