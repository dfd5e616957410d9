/** The live channel watches what is on screen, comes back by itself and says where it stopped. */

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { onLive, startLive, watch } from '../live'
import { patchPage } from '../livecache'

class Socket {
  static readonly OPEN = 1
  static all: Socket[] = []
  readyState = 0
  readonly sent: unknown[] = []
  onopen?: () => void
  onclose?: () => void
  onmessage?: (event: { data: string }) => void

  constructor(readonly url: string) {
    Socket.all.push(this)
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text))
  }
  open(): void {
    this.readyState = 1
    this.onopen?.()
  }
  hear(message: unknown): void {
    this.onmessage?.({ data: JSON.stringify(message) })
  }
  close(): void {
    this.readyState = 3
    this.onclose?.()
  }
}

const last = (): Socket => Socket.all.at(-1) as Socket
let stop: () => void = () => undefined

beforeEach(() => {
  vi.useFakeTimers()
  Socket.all = []
  vi.stubGlobal('WebSocket', Socket)
})
afterEach(() => {
  stop()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('what is on screen is watched once, however many components show it', async () => {
  stop = startLive()
  last().open()
  const offs = [watch({ object: 'deal' }), watch({ object: 'deal' })]
  await Promise.resolve()
  expect(last().sent.at(-1)).toEqual({ watch: [{ object: 'deal' }] })
  offs[0]?.()
  await Promise.resolve()
  expect(last().sent).toHaveLength(2)
  offs[1]?.()
  await Promise.resolve()
  expect(last().sent.at(-1)).toEqual({ watch: [] })
})

test('after a break it asks for what was missed and watches the same things again', () => {
  stop = startLive()
  last().open()
  const off = watch({ object: 'deal', id: '7' })
  last().hear({ type: 'hello', cursor: 41 })
  last().close()
  vi.advanceTimersByTime(5_000)
  expect(Socket.all).toHaveLength(2)
  expect(last().url).toContain('?cursor=41')
  last().open()
  expect(last().sent).toEqual([{ watch: [{ object: 'deal', id: '7' }] }])
  off()
})

test('listeners hear their kind of message until they stop', () => {
  stop = startLive()
  last().open()
  const heard: string[] = []
  const off = onLive('change', (change) => heard.push(change.id))
  last().hear({ type: 'change', object: 'deal', id: '1', action: 'update', version: 2, record: null })
  last().hear({ type: 'catalog', version: 3 })
  off()
  last().hear({ type: 'change', object: 'deal', id: '2', action: 'update', version: 2, record: null })
  expect(heard).toEqual(['1'])
})

test('once stopped it stays closed', () => {
  startLive()()
  vi.advanceTimersByTime(60_000)
  expect(Socket.all).toHaveLength(1)
})

const PAGE = { items: [{ id: '1', version: 2, name: 'Old', 'account.city': 'Hamburg' }] }

test('a list takes over only the members it asked for', () => {
  const page = patchPage(PAGE, '1', { id: '1', version: 3, name: 'New', amount: 5 })
  expect(page.items).toEqual([{ id: '1', version: 3, name: 'New', 'account.city': 'Hamburg' }])
})

test('older news does not overwrite newer', () => {
  expect(patchPage(PAGE, '1', { id: '1', version: 1, name: 'Older' }).items[0]?.name).toBe('Old')
})

test('a record that is gone for the reader leaves the list', () => {
  expect(patchPage(PAGE, '1', null).items).toEqual([])
})
