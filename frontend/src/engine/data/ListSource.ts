/** The rows of one list: loaded page by page as they are needed, looked at again when something changes elsewhere. */

import { api } from '@/platform/api'
import { onLive } from '@/platform/live'
import type { Page, Rec } from '@/platform/types'
import type { Query } from '../query/types'
import { append, idsOf, insertAt, noPages, type Pages, pagesBetween, ROOM, refresh, without } from '../store/pages'
import { records } from './store'

export type Ask = Pick<Query, 'where' | 'search' | 'sort' | 'fields' | 'bin'>

export interface ListView {
  readonly ids: readonly string[]
  readonly total: number | null
  readonly capped: boolean
  readonly status: 'loading' | 'ready' | 'failed'
  readonly loadingMore: boolean
  readonly complete: boolean
  readonly error: unknown
}

const FIRST = 50
const NEXT = 200
const WAIT = 150
const PAUSE = 1000
const OLD = 20_000
/** After this long a new word can be searched for. */
const INDEXED = 2000

export class ListSource {
  private pages: Pages = noPages
  private stale = new Set<number>()
  private held = new Map<string, number>()
  private visible: readonly [number, number] = [0, FIRST]
  private listeners = new Set<() => void>()
  private offLive: (() => void) | undefined
  private timer: ReturnType<typeof setTimeout> | undefined
  private readAt = 0
  private joined: { readonly pages: Pages; readonly ids: readonly string[] } = { pages: noPages, ids: [] }
  private view: ListView = {
    ids: [],
    total: null,
    capped: false,
    status: 'loading',
    loadingMore: false,
    complete: false,
    error: undefined,
  }

  constructor(
    readonly object: string,
    readonly ask: Ask,
    private readonly first = FIRST,
  ) {}

  readonly get = (): ListView => this.view

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    if (this.listeners.size === 1) this.wake()
    return () => {
      this.listeners.delete(listener)
      if (this.listeners.size === 0) this.sleep()
    }
  }

  async load(): Promise<void> {
    this.change({ status: 'loading', error: undefined })
    try {
      const page = await this.query({ limit: this.first, count: 'capped' })
      this.pages = append(noPages, undefined, this.take(page), page.next ?? null)
      this.stale.clear()
      this.change({ status: 'ready', total: page.total ?? null, capped: page.capped ?? false })
    } catch (error) {
      this.change({ status: 'failed', error })
    }
  }

  async loadMore(): Promise<void> {
    const { next } = this.pages
    if (next === null || this.view.loadingMore || this.view.status !== 'ready') return
    this.change({ loadingMore: true, error: undefined })
    try {
      const page = await this.query({ limit: NEXT, after: next, count: 'none' })
      this.pages = append(this.pages, next, this.take(page), page.next ?? null)
      this.change({ loadingMore: false })
    } catch (error) {
      this.change({ loadingMore: false, error })
    }
  }

  async countExactly(): Promise<void> {
    const page = await this.query({ limit: 1, count: 'exact' })
    this.change({ total: page.total ?? null, capped: false })
  }

  /** Tells which rows are on screen: those are read again first when something changes. */
  see(from: number, to: number): void {
    this.visible = [from, to]
    if (this.stale.size > 0) this.later()
  }

  /** Keeps a row in its place while it is being edited; returns how to let it go. */
  hold(id: string): () => void {
    this.held.set(id, (this.held.get(id) ?? 0) + 1)
    return () => {
      const left = (this.held.get(id) ?? 1) - 1
      if (left > 0) this.held.set(id, left)
      else this.held.delete(id)
      if (this.stale.size > 0) this.later()
    }
  }

  remove(ids: readonly string[]): void {
    this.pages = without(this.pages, new Set(ids))
    this.change({ total: this.view.total === null ? null : Math.max(0, this.view.total - ids.length) })
  }

  insert(id: string, position: number): void {
    const known = this.view.ids.includes(id)
    this.pages = insertAt(this.pages, id, position)
    this.change({ total: this.view.total === null || known ? this.view.total : this.view.total + 1 })
  }

  /** Something may be different: look again at what is on screen now, at the rest when it comes into sight. */
  readonly touch = (): void => {
    for (const index of this.pages.pages.keys()) this.stale.add(index)
    this.later()
  }

  private wake(): void {
    const offs = [
      onLive('change', ({ object, id, record }) => {
        if (object !== this.object) return
        if (!record && this.view.ids.includes(id) && !this.held.has(id)) this.remove([id])
        this.touch()
        if (this.ask.search) setTimeout(this.touch, INDEXED)
      }),
      onLive('refresh', this.touch),
    ]
    this.offLive = () => {
      for (const off of offs) off()
    }
    if (this.view.status !== 'ready') void this.load()
    else if (this.stale.size > 0 || Date.now() - this.readAt > OLD) this.touch()
  }

  private sleep(): void {
    this.offLive?.()
    clearTimeout(this.timer)
    this.timer = undefined
  }

  private later(): void {
    if (this.timer !== undefined || this.listeners.size === 0 || this.view.status !== 'ready') return
    const since = Date.now() - this.readAt
    this.timer = setTimeout(() => void this.lookAgain(), Math.max(WAIT, PAUSE - since))
  }

  private async lookAgain(): Promise<void> {
    const inSight = this.pages.pages.length === 1 ? [0] : pagesBetween(this.pages, ...this.visible)
    let reached = true
    for (const index of inSight) if (reached && this.stale.has(index)) reached = await this.readAgain(index)
    this.timer = undefined
    if (reached && pagesBetween(this.pages, ...this.visible).some((index) => this.stale.has(index))) this.later()
  }

  /** False when the line is down: what is shown stays, and the next change or reconnection tries again. */
  private async readAgain(index: number): Promise<boolean> {
    const page = this.pages.pages[index]
    if (!page) return true
    this.stale.delete(index)
    const limit = Math.min(NEXT, Math.max(this.first, page.ids.length + ROOM))
    const count = index === 0 ? 'capped' : 'none'
    try {
      const answer = await this.query({ limit, after: page.after, count })
      const ids = this.take(answer)
      this.pages = refresh(this.pages, index, { ids, next: answer.next ?? null }, new Set(this.held.keys()))
      this.change(index === 0 ? { total: answer.total ?? null, capped: answer.capped ?? false } : {})
      return true
    } catch {
      this.stale.add(index)
      return false
    }
  }

  private async query(part: Partial<Query>): Promise<Page<Rec>> {
    this.readAt = Date.now()
    return await api.post<Page<Rec>>(`/query/${this.object}`, { ...this.ask, ...part })
  }

  private take(page: Page<Rec>): readonly string[] {
    for (const rec of page.items) records.receive(this.object, rec)
    return page.items.map((rec) => rec.id)
  }

  /** A list can be long: its ids are put together only when pages have come or gone. */
  private idsNow(): readonly string[] {
    if (this.joined.pages !== this.pages) this.joined = { pages: this.pages, ids: idsOf(this.pages) }
    return this.joined.ids
  }

  private change(part: Partial<ListView>): void {
    this.view = { ...this.view, ...part, ids: this.idsNow(), complete: this.pages.next === null }
    for (const listener of [...this.listeners]) listener()
  }
}
