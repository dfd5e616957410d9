/** What the palette offers, as data, and which of it fits what was typed. Pure. */

import type { ReactNode } from 'react'

export interface Entry {
  readonly id: string
  readonly label: string
  /** The found parts of the label, as [from, to), if the server said so. */
  readonly highlight?: readonly (readonly [number, number])[] | null
  /** How a Chinese label is typed with letters: in full, and by initials. */
  readonly sound?: string | undefined
  readonly hint?: string | null
  readonly icon?: ReactNode
  readonly keys?: string
  readonly run: () => void
}

export interface Group {
  readonly id: string
  readonly title: string
  readonly entries: readonly Entry[]
}

/** Entries whose words begin with what was typed come first, then those that contain it. */
export function fitting(entries: readonly Entry[], text: string): readonly Entry[] {
  const wanted = fold(text)
  if (!wanted) return entries
  const typed = wanted.replace(/[\s']/g, '')
  const ranked = entries.map((entry) => ({
    entry,
    rank: rankOf(fold(entry.label), wanted) || soundRank(entry.sound, typed),
  }))
  return ranked
    .filter(({ rank }) => rank > 0)
    .sort((left, right) => right.rank - left.rank)
    .map(({ entry }) => entry)
}

function rankOf(label: string, wanted: string): number {
  if (label.startsWith(wanted)) return 3
  if (label.includes(` ${wanted}`)) return 2
  return label.includes(wanted) ? 1 : 0
}

function soundRank(sound: string | undefined, typed: string): number {
  if (!sound || !typed) return 0
  return sound.split(' ').some((word) => word.startsWith(typed)) ? 2 : Number(sound.includes(typed))
}

const fold = (text: string): string => text.trim().toLocaleLowerCase().normalize('NFKC')

export interface Piece {
  readonly text: string
  readonly found: boolean
}

/** Splits a label into found and other parts: as the server says, else by where the typed text stands. */
export function pieces(entry: Pick<Entry, 'label' | 'highlight'>, typed: string): readonly Piece[] {
  const ranges = entry.highlight ?? rangeOf(entry.label, typed.trim())
  let at = 0
  const parts = ranges.flatMap(([from, to]): Piece[] => {
    const before = { text: entry.label.slice(at, from), found: false }
    at = to
    return [before, { text: entry.label.slice(from, to), found: true }]
  })
  return [...parts, { text: entry.label.slice(at), found: false }].filter((piece) => piece.text)
}

function rangeOf(label: string, wanted: string): readonly (readonly [number, number])[] {
  const at = wanted ? label.toLocaleLowerCase().indexOf(wanted.toLocaleLowerCase()) : -1
  return at < 0 ? [] : [[at, at + wanted.length]]
}
