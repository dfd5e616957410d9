// How the Chinese words of our own texts are typed with letters, made when the app is built or served: no dictionary is shipped.
import { readdirSync, readFileSync } from 'node:fs'
import { pinyin } from 'pinyin-pro'
import type { Plugin } from 'vite'

const NAME = 'virtual:syllables'
/** Names are short; sentences are never typed into a search. */
const LONGEST = 14

/** A module that exports the syllable of every Chinese character in our names. */
export function syllables(): Plugin {
  return {
    name: 'kith-syllables',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined
      return `export const syllables = JSON.parse(${JSON.stringify(JSON.stringify(readings(names())))})\n`
    },
  }
}

function names(): readonly string[] {
  const folder = new URL('../src/messages/', import.meta.url)
  const files = readdirSync(folder).filter((name) => name.endsWith('zh-CN.json'))
  const texts = files.flatMap((name) =>
    Object.values(JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Record<string, string>),
  )
  return texts.filter((text) => text.length <= LONGEST)
}

/** The reading that a character has most often in these words. */
function readings(words: readonly string[]): Record<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const word of words) {
    const sounds = pinyin(word, { toneType: 'none', type: 'array', v: true })
    for (const [at, letter] of [...word].entries()) {
      if (!/\p{Script=Han}/u.test(letter)) continue
      const known = counts.get(letter) ?? new Map<string, number>()
      const sound = sounds[at] ?? ''
      counts.set(letter, known.set(sound, (known.get(sound) ?? 0) + 1))
    }
  }
  const best = (known: Map<string, number>) => [...known].toSorted((left, right) => right[1] - left[1])[0]?.[0] ?? ''
  return Object.fromEntries([...counts].map(([letter, known]) => [letter, best(known)]))
}
