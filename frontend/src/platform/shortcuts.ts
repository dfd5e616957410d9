/** Keyboard shortcuts: "j", "?", "mod+k", and sequences such as "g d". Silent while somebody types. */

import { useEffect, useRef } from 'react'
import { createStore, useStore } from '@/lib/store'
import { t } from './i18n'

export interface ShortcutEntry {
  readonly keys: string
  /** What it does, in the reader's language. */
  readonly text: string
  /** Message key of the heading on the "?" sheet. */
  readonly group: string
  /** Works in text fields too; only sensible with a modifier key. */
  readonly whileTyping?: boolean
  readonly run: (event: KeyboardEvent) => void
}

export interface ShortcutOptions {
  readonly group?: string
  readonly enabled?: boolean
  readonly whileTyping?: boolean
}

const registered = createStore<readonly ShortcutEntry[]>([])
const SEQUENCE_MS = 1200
let pending = ''
let pendingAt = 0

export const useShortcuts = (): readonly ShortcutEntry[] => useStore(registered)

export function useShortcut(
  keys: string,
  labelKey: string,
  run: (event: KeyboardEvent) => void,
  options: ShortcutOptions = {},
): void {
  const latest = useRef(run)
  latest.current = run
  const { group = 'shortcuts.group.general', enabled = true, whileTyping = false } = options
  useEffect(() => {
    if (!enabled) return
    return addShortcuts([{ keys, text: t(labelKey), group, whileTyping, run: (event) => latest.current(event) }])
  }, [keys, labelKey, group, enabled, whileTyping])
}

/** Registers many at once; returns how to take them away. */
export function addShortcuts(entries: readonly ShortcutEntry[]): () => void {
  registered.set((present) => [...present, ...entries])
  return () => registered.set((present) => present.filter((entry) => !entries.includes(entry)))
}

export function listenForShortcuts(): () => void {
  window.addEventListener('keydown', lookForDialog, true)
  document.addEventListener('keydown', onKeyDown)
  return () => {
    window.removeEventListener('keydown', lookForDialog, true)
    document.removeEventListener('keydown', onKeyDown)
  }
}

let inDialog = false

/** Asked before anybody hears the key: Escape closes the dialog first, and must not do a second thing behind it. */
function lookForDialog(): void {
  inDialog = document.querySelector('[role="dialog"][aria-modal="true"]') !== null
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return
  const pressed = nameOf(event)
  if (!pressed) return
  const busy = isTyping(event.target) || inDialog
  const sequence = Date.now() - pendingAt < SEQUENCE_MS && pending ? `${pending} ${pressed}` : pressed
  const match = find(sequence, busy) ?? find(pressed, busy)
  pending = !busy && !match && startsSequence(pressed) ? pressed : ''
  pendingAt = Date.now()
  if (!match) return
  event.preventDefault()
  match.run(event)
}

/** The youngest registration wins: a page may override the shell. */
function find(keys: string, busy: boolean): ShortcutEntry | undefined {
  return registered.get().findLast((entry) => entry.keys === keys && (!busy || entry.whileTyping))
}

const startsSequence = (key: string): boolean => registered.get().some((entry) => entry.keys.startsWith(`${key} `))

const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta'])

export function nameOf(event: KeyboardEvent): string {
  if (MODIFIERS.has(event.key) || event.altKey) return ''
  const mod = event.metaKey || event.ctrlKey ? 'mod+' : ''
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key
  const shift = event.shiftKey && (event.key.length > 1 || /\p{L}/u.test(event.key)) ? 'shift+' : ''
  return `${mod}${shift}${key}`
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}
