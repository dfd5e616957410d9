// Writes the service worker: it keeps the files of this build for an instant start, and never an answer of the API.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'

const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))

/** Kept from the start: what the page and the first screens load. Everything else is kept when it was used once. */
const FIRST = ['index.html', 'src/app/shell/Shell.tsx', 'src/app/pages/Home.tsx', 'src/app/pages/SignIn.tsx',
  'src/platform/messages.en.ts', 'src/platform/messages.zh-CN.ts']

function filesOf(key, found = new Set()) {
  const chunk = manifest[key]
  if (!chunk || found.has(chunk.file)) return found
  found.add(chunk.file)
  for (const style of chunk.css ?? []) found.add(style)
  for (const next of chunk.imports ?? []) filesOf(next, found)
  return found
}

const first = [...new Set(FIRST.flatMap((key) => [...filesOf(key)]))].toSorted()
const assets = readdirSync(new URL('assets/', dist)).filter((name) => /\.(js|css|woff2|svg)$/.test(name))
const page = readFileSync(new URL('index.html', dist))
const version = createHash('sha256').update(page).update(assets.toSorted().join()).digest('hex').slice(0, 16)
const files = ['/', '/theme.js', '/icon.svg', '/manifest.webmanifest', ...first.map((file) => `/${file}`)]
const source = readFileSync(new URL('worker-source.js', import.meta.url), 'utf8')
writeFileSync(
  new URL('worker.js', dist),
  source.replace('__VERSION__', version).replace('__FILES__', JSON.stringify(files, null, 1)),
)
process.stdout.write(`worker ${version}: ${files.length} files kept from the start\n`)
