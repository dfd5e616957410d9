/** The live channel: one socket that says what has changed elsewhere, comes back by itself and catches up. */

import { useEffect } from 'react'
import { createStore, useStore } from '@/lib/store'
import type { Job, Rec } from './types'

export interface LiveChange {
  readonly type: 'change'
  readonly object: string
  readonly id: string
  readonly action: string
  readonly version: number
  readonly record: Rec | null
  readonly actor?: { readonly id: string; readonly label: string | null } | string | null
  readonly origin?: string | null
}

export type LiveMessage =
  | LiveChange
  | { readonly type: 'catalog'; readonly version: number }
  | { readonly type: 'settings'; readonly what: string }
  | ({ readonly type: 'job' } & Job)
  | { readonly type: 'presence'; readonly object?: string; readonly id?: string; readonly people?: readonly unknown[] }
  | { readonly type: 'hello'; readonly cursor: string | number }
  | { readonly type: 'notification' }
  | { readonly type: 'refresh' }

export type LiveState = 'closed' | 'connecting' | 'open'
type Kind = LiveMessage['type']
type Handler<K extends Kind> = (message: Extract<LiveMessage, { type: K }>) => void

interface Watch {
  readonly object: string
  readonly id?: string
}

const state = createStore<LiveState>('closed')
const handlers = new Map<Kind, Set<(message: LiveMessage) => void>>()
const watches = new Map<string, { readonly watch: Watch; count: number }>()
let socket: WebSocket | undefined
let cursor: string | number | undefined
let attempts = 0
let timer: ReturnType<typeof setTimeout> | undefined
let wanted = false

export const useLiveState = (): LiveState => useStore(state)

/** Hears messages of one kind; returns how to stop. */
export function onLive<K extends Kind>(kind: K, handler: Handler<K>): () => void {
  const set = handlers.get(kind) ?? new Set()
  handlers.set(kind, set)
  const hear = (message: LiveMessage) => handler(message as Extract<LiveMessage, { type: K }>)
  set.add(hear)
  return () => set.delete(hear)
}

/** Keeps an object (or one record) under watch while the component is on screen. */
export function useWatch(object: string, id?: string): void {
  useEffect(() => watch(id ? { object, id } : { object }), [object, id])
}

export function watch(target: Watch): () => void {
  const key = `${target.object}/${target.id ?? '*'}`
  const known = watches.get(key)
  if (known) known.count += 1
  else {
    watches.set(key, { watch: target, count: 1 })
    sendWatchesSoon()
  }
  return () => {
    const present = watches.get(key)
    if (!present) return
    present.count -= 1
    if (present.count > 0) return
    watches.delete(key)
    sendWatchesSoon()
  }
}

export function startLive(): () => void {
  wanted = true
  connect()
  const wake = () => document.visibilityState === 'visible' && state.get() === 'closed' && connect()
  window.addEventListener('online', connect)
  document.addEventListener('visibilitychange', wake)
  return () => {
    wanted = false
    window.removeEventListener('online', connect)
    document.removeEventListener('visibilitychange', wake)
    clearTimeout(timer)
    socket?.close()
    cursor = undefined
  }
}

function connect(): void {
  if (!wanted || (socket && socket.readyState <= WebSocket.OPEN)) return
  clearTimeout(timer)
  state.set('connecting')
  const scheme = window.location.protocol === 'https:' ? 'wss' : 'ws'
  const from = cursor === undefined ? '' : `?cursor=${encodeURIComponent(String(cursor))}`
  const fresh = new WebSocket(`${scheme}://${window.location.host}/api/live${from}`)
  socket = fresh
  fresh.onopen = () => {
    attempts = 0
    state.set('open')
    sendWatches()
  }
  fresh.onmessage = (event) => receive(String(event.data))
  fresh.onclose = () => {
    if (socket !== fresh) return
    socket = undefined
    state.set('closed')
    if (wanted) timer = setTimeout(connect, pause())
  }
}

/** Waits longer each time, up to half a minute, and not in step with everybody else. */
function pause(): number {
  attempts += 1
  return Math.min(30_000, 500 * 2 ** Math.min(attempts, 6)) * (0.5 + Math.random() / 2)
}

let sending = false

/** A page that opens watches several things: one message tells them all. */
function sendWatchesSoon(): void {
  if (sending) return
  sending = true
  queueMicrotask(() => {
    sending = false
    sendWatches()
  })
}

function sendWatches(): void {
  if (socket?.readyState !== WebSocket.OPEN) return
  socket.send(JSON.stringify({ watch: [...watches.values()].map((entry) => entry.watch) }))
}

function receive(text: string): void {
  const message = JSON.parse(text) as LiveMessage & { readonly cursor?: string | number }
  if (message.cursor !== undefined) cursor = message.cursor
  for (const handler of handlers.get(message.type) ?? []) handler(message)
}
