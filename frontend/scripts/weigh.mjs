// Adds up the compressed script of every screen and fails when one has grown past the limit; `--tell` only tells.
import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'

const LIMIT_KB = 200
const dist = new URL('../dist/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'))

/** What is loaded before any screen of a signed-in person. */
const FRAME = ['index.html', 'src/platform/messages.en.ts', 'src/app/shell/Shell.tsx']
/** What a screen loads by itself, although the router does not ask for it. */
const BESIDES = {
  'src/app/pages/Home.tsx': Object.keys(manifest).filter((key) => /^src\/modules\/.*Card\.tsx$/.test(key)),
}
/** Screens without the frame. */
const ALONE = /^src\/app\/(pages\/(SignIn|Welcome)|setup\/(Setup|Start))\.tsx$/
/** Screens: what the router loads. */
const SCREEN = /^src\/(app\/(pages|setup|settings)|engine\/pages|modules)\/.*\.tsx$/
const PARTS = /(Card|Sheet|Dialog|Host|Gallery|Step)\.tsx$/

const sizes = new Map()
const sizeOf = (file) => {
  if (!sizes.has(file)) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY }
    sizes.set(file, brotliCompressSync(readFileSync(new URL(file, dist)), { params }).length)
  }
  return sizes.get(file)
}

function filesOf(key, found = new Set()) {
  const chunk = manifest[key]
  if (!chunk) throw new Error(`${key} is not in the build: correct the list in scripts/weigh.mjs`)
  if (found.has(chunk.file)) return found
  found.add(chunk.file)
  for (const next of chunk.imports ?? []) filesOf(next, found)
  return found
}

const screens = Object.keys(manifest).filter(
  (key) => manifest[key].isDynamicEntry && SCREEN.test(key) && !PARTS.test(key),
)
if (screens.length < 10) throw new Error('scripts/weigh.mjs finds hardly any screens: correct its patterns')

const weights = screens.map((key) => {
  const frame = ALONE.test(key) ? FRAME.slice(0, 2) : FRAME
  const files = new Set([...frame, key, ...(BESIDES[key] ?? [])].flatMap((each) => [...filesOf(each)]))
  const kb = Math.round([...files].reduce((sum, file) => sum + sizeOf(file), 0) / 1024)
  return { key, kb, files: files.size }
})
for (const { key, kb, files } of weights.toSorted((left, right) => right.kb - left.kb)) {
  if (kb > LIMIT_KB && !process.argv.includes('--tell')) process.exitCode = 1
  const mark = kb > LIMIT_KB ? '  TOO HEAVY' : ''
  process.stdout.write(`${String(kb).padStart(4)} KB in ${files} files: ${key.replace('src/', '')}${mark}\n`)
}
process.stdout.write(`limit: ${LIMIT_KB} KB of compressed script per screen, before it is first used\n`)
