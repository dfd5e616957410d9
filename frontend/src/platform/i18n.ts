/** Texts in the reader's language: flat keys, `{name}` parameters, plural forms through Intl.PluralRules. */

import { createStore, useStore } from '@/lib/store'

export type Locale = 'en' | 'zh-CN'
export type Messages = Readonly<Record<string, string>>
export type TextParams = Readonly<Record<string, string | number>>

export const LOCALES: readonly { readonly value: Locale; readonly label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'zh-CN', label: '简体中文' },
]

const LOADERS: Record<Locale, () => Promise<{ messages: Messages }>> = {
  en: () => import('./messages.en'),
  'zh-CN': () => import('./messages.zh-CN'),
}

type Loader = () => Promise<{ default: Messages }>

/** Texts that only some pages need come with those pages. */
const AREAS = {
  settings: {
    en: () => import('../messages/settings.en.json'),
    'zh-CN': () => import('../messages/settings.zh-CN.json'),
  },
  setup: {
    en: () => import('../messages/setup.en.json'),
    'zh-CN': () => import('../messages/setup.zh-CN.json'),
  },
  exchange: {
    en: () => import('../messages/exchange.en.json'),
    'zh-CN': () => import('../messages/exchange.zh-CN.json'),
  },
  gallery: {
    en: () => import('../messages/gallery.en.json'),
    'zh-CN': () => import('../messages/gallery.zh-CN.json'),
  },
} satisfies Record<string, Record<Locale, Loader>>

export type TextArea = keyof typeof AREAS

const areas = new Set<TextArea>()
const current = createStore<Locale>('en')
let messages: Messages = {}

/** Returns the text of a key. A missing key shows itself: the completeness test keeps it from reaching people. */
export function t(key: string, params?: TextParams): string {
  const text = messages[formOf(key, params)] ?? messages[key] ?? key
  return params ? fill(text, params) : text
}

export const hasMessage = (key: string): boolean => key in messages || `${key}.other` in messages

export const locale = (): Locale => current.get()
export const useLocale = (): Locale => useStore(current)

/** Loads a language and switches to it; everything on screen is drawn anew. */
export async function setLocale(next: Locale): Promise<void> {
  const [base, ...more] = await Promise.all([LOADERS[next](), ...[...areas].map((area) => AREAS[area][next]())])
  messages = Object.assign({}, base.messages, ...more.map((loaded) => loaded.default))
  document.documentElement.lang = next
  current.set(next)
}

/** Loads the texts of an area, now and with every language that is chosen later. */
export async function loadTexts(area: TextArea): Promise<void> {
  if (areas.has(area)) return
  const loaded = await AREAS[area][current.get()]()
  areas.add(area)
  messages = { ...messages, ...loaded.default }
}

/** The language to start with: the browser's own, before we know the person. */
export function nearestLocale(tag: string | null | undefined): Locale {
  return tag?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

function formOf(key: string, params?: TextParams): string {
  if (typeof params?.count !== 'number') return key
  const form = `${key}.${pluralRules(current.get()).select(params.count)}`
  return form in messages ? form : `${key}.other`
}

function fill(text: string, params: TextParams): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? numberFormat(current.get()).format(value) : value
  })
}

const rules = new Map<Locale, Intl.PluralRules>()
const numbers = new Map<Locale, Intl.NumberFormat>()

function pluralRules(tag: Locale): Intl.PluralRules {
  const known = rules.get(tag) ?? new Intl.PluralRules(tag)
  rules.set(tag, known)
  return known
}

function numberFormat(tag: Locale): Intl.NumberFormat {
  const known = numbers.get(tag) ?? new Intl.NumberFormat(tag)
  numbers.set(tag, known)
  return known
}
