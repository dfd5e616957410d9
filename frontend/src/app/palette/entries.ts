/** What the palette offers, as data, and which of it fits what was typed. Pure. */

import type { ReactNode } from 'react'

export interface Entry {
  readonly id: string
  readonly label: string
  /** The label with the found part between <mark> and </mark>, if the server said so. */
  readonly highlight?: string | null
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
  const ranked = entries.map((entry) => ({ entry, rank: rankOf(fold(entry.label), wanted) }))
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

const fold = (text: string): string => text.trim().toLocaleLowerCase().normalize('NFKC')

export interface Piece {
  readonly text: string
  readonly found: boolean
}

/** Splits a label into found and other parts: by the server's marks, else by where the typed text stands. */
export function pieces(entry: Pick<Entry, 'label' | 'highlight'>, typed: string): readonly Piece[] {
  if (entry.highlight?.includes('<mark>')) return marked(entry.highlight)
  const wanted = typed.trim()
  const at = wanted ? entry.label.toLocaleLowerCase().indexOf(wanted.toLocaleLowerCase()) : -1
  if (at < 0) return [{ text: entry.label, found: false }]
  return [
    { text: entry.label.slice(0, at), found: false },
    { text: entry.label.slice(at, at + wanted.length), found: true },
    { text: entry.label.slice(at + wanted.length), found: false },
  ].filter((piece) => piece.text)
}

function marked(highlight: string): readonly Piece[] {
  return highlight
    .split(/<mark>(.*?)<\/mark>/)
    .map((text, index) => ({ text, found: index % 2 === 1 }))
    .filter((piece) => piece.text)
}
