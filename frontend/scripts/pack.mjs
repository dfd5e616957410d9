// Writes a .br and a .gz beside every text file of the build, so that the server never compresses the same bytes twice.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const dist = new URL('../dist/', import.meta.url)
const TEXT = /\.(js|css|html|svg|json|webmanifest)$/
const SMALLEST = 1024

const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter(
  (entry) => entry.isFile() && TEXT.test(entry.name),
)
if (files.length === 0) throw new Error('The build is empty: nothing to compress.')

for (const entry of files) {
  const path = `${entry.parentPath}/${entry.name}`
  const bytes = readFileSync(path)
  if (bytes.length < SMALLEST) continue
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
  writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }))
}
