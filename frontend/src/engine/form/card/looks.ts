/** A quick look at pasted text, before the parser is loaded: several lines, and a number or an address among them. */

const LINES = 2
const MOST = 2_000

export function looksLikeCard(text: string): boolean {
  const lines = text.split(/\r?\n|\s[|｜•·]\s/).filter((line) => line.trim())
  if (lines.length < LINES || text.length > MOST) return false
  return /[\w.+-]+@[\w-]+\.\w|(?:\+|0|1)\d[\d\s()./-]{6,}/.test(text.normalize('NFKC'))
}
