/** Every record on screen, once: a cell, a card and the page of one record read the same entry. */

import type { Rec } from '@/platform/types'
import { begin, changedFields, confirm, drop, type Edit, type Entry, entryOf, markGone, receive } from './entry'

type Listener = () => void

export interface Touched {
  readonly fields: readonly string[]
  readonly at: number
}

export class RecordStore {
  private readonly entries = new Map<string, Entry>()
  private readonly touched = new Map<string, Touched>()
  private readonly listeners = new Map<string, Set<Listener>>()
  private nextEdit = 1

  entry(object: string, id: string): Entry | undefined {
    return this.entries.get(keyOf(object, id))
  }

  view(object: string, id: string): Rec | undefined {
    return this.entry(object, id)?.view
  }

  /** What somebody else changed last, for the highlight. */
  touch(object: string, id: string): Touched | undefined {
    return this.touched.get(keyOf(object, id))
  }

  receive(object: string, rec: Rec): void {
    const present = this.entry(object, rec.id)
    this.put(object, rec.id, present ? receive(present, rec) : entryOf(rec))
  }

  /** Takes in a change that somebody made elsewhere and remembers which fields look different now. */
  receiveLive(object: string, rec: Rec): void {
    const before = this.entry(object, rec.id)
    if (!before) return
    const after = receive(before, rec)
    const fields = changedFields(before.view, after.view)
    if (fields.length > 0) this.touched.set(keyOf(object, rec.id), { fields, at: Date.now() })
    this.put(object, rec.id, after)
  }

  markGone(object: string, id: string): void {
    const present = this.entry(object, id)
    if (present) this.put(object, id, markGone(present))
  }

  begin(object: string, id: string, values: Edit['values']): Edit {
    const edit = { id: this.nextEdit++, values }
    const present = this.entry(object, id)
    if (present) this.put(object, id, begin(present, edit))
    return edit
  }

  confirm(object: string, edit: Edit, rec: Rec): void {
    const present = this.entry(object, rec.id)
    this.put(object, rec.id, present ? confirm(present, edit.id, rec) : entryOf(rec))
  }

  drop(object: string, id: string, edit: Edit): void {
    const present = this.entry(object, id)
    if (present) this.put(object, id, drop(present, edit.id))
  }

  subscribe(object: string, id: string, listener: Listener): () => void {
    const key = keyOf(object, id)
    const set = this.listeners.get(key) ?? new Set()
    set.add(listener)
    this.listeners.set(key, set)
    return () => {
      set.delete(listener)
      if (set.size === 0) this.listeners.delete(key)
    }
  }

  /** Forgets everything: another person has signed in. */
  clear(): void {
    this.entries.clear()
    this.touched.clear()
  }

  private put(object: string, id: string, entry: Entry): void {
    const key = keyOf(object, id)
    if (this.entries.get(key) === entry) return
    this.entries.set(key, entry)
    for (const listener of this.listeners.get(key) ?? []) listener()
  }
}

const keyOf = (object: string, id: string): string => `${object}/${id}`
