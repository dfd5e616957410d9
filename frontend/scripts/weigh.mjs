// Adds up the compressed script of the first screens and refuses a build that has grown past the limit.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const LIMIT_KB = 200
const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))

/** What the browser has to load before a person can work, by screen. */
const SCREENS = {
  'sign-in': ['index.html', 'src/platform/messages.en.ts', 'src/app/pages/SignIn.tsx'],
  home: [
    'index.html',
    'src/platform/messages.en.ts',
    'src/app/shell/Shell.tsx',
    'src/app/pages/Home.tsx',
    'src/modules/activities/TasksCard.tsx',
    'src/modules/activities/MeetingsCard.tsx',
    'src/modules/sales/WaitingDealsCard.tsx',
  ],
}

function filesOf(key, found = new Set()) {
  const chunk = manifest[key]
  if (!chunk) throw new Error(`${key} is not in the build: correct the list in scripts/weigh.mjs`)
  if (found.has(chunk.file)) return found
  found.add(chunk.file)
  for (const next of chunk.imports ?? []) filesOf(next, found)
  return found
}

for (const [screen, keys] of Object.entries(SCREENS)) {
  const files = new Set(keys.flatMap((key) => [...filesOf(key)]))
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(readFileSync(new URL(file, dist))).length, 0)
  const kb = Math.round(bytes / 1024)
  process.stdout.write(`${screen}: ${kb} KB of compressed script in ${files.size} files (limit ${LIMIT_KB} KB)\n`)
  if (kb > LIMIT_KB) process.exitCode = 1
}
