/** Shortcuts work alone and in sequence, and never while somebody types. */

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addShortcuts, listenForShortcuts } from '../shortcuts'

const run = vi.fn()
const entry = (keys: string, whileTyping = false) => ({
  keys,
  text: keys,
  group: 'g',
  whileTyping,
  run: () => run(keys),
})
const press = (key: string, init: KeyboardEventInit = {}, target: EventTarget = document.body) =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }))

let stop: (() => void)[] = []
beforeEach(() => {
  run.mockClear()
  document.body.innerHTML = ''
  stop = [listenForShortcuts(), addShortcuts([entry('c'), entry('?'), entry('g d'), entry('d'), entry('mod+k', true)])]
})
afterEach(() => {
  for (const each of stop) each()
})

test('a single key runs its command', () => {
  press('c')
  press('?', { shiftKey: true })
  expect(run.mock.calls).toEqual([['c'], ['?']])
})

test('a sequence goes before the single key', () => {
  press('g')
  press('d')
  press('d')
  expect(run.mock.calls).toEqual([['g d'], ['d']])
})

test('typing in a field runs nothing but what is meant to', () => {
  document.body.innerHTML = '<input>'
  const field = document.querySelector('input') as HTMLInputElement
  press('c', {}, field)
  press('k', { ctrlKey: true }, field)
  expect(run.mock.calls).toEqual([['mod+k']])
})

test('keys of an input method run nothing', () => {
  press('c', { isComposing: true })
  expect(run).not.toHaveBeenCalled()
})

test('an open dialog keeps the page’s shortcuts away', () => {
  document.body.innerHTML = '<div role="dialog" aria-modal="true"></div>'
  press('c')
  expect(run).not.toHaveBeenCalled()
})

test('the youngest registration wins', () => {
  const off = addShortcuts([{ ...entry('c'), run: () => run('page') }])
  press('c')
  off()
  press('c')
  expect(run.mock.calls).toEqual([['page'], ['c']])
})
