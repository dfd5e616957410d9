/** The pages of the settings, as data: the menu, the overview, the search and the command palette read it. */

import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import { MODULES } from '../modules'

export const GROUPS = ['company', 'people', 'data', 'own'] as const
export type Group = (typeof GROUPS)[number]

export interface Section {
  readonly path: string
  readonly key: string
  readonly icon: string
  readonly group: Group
  readonly adminOnly: boolean
}

const OWN: readonly Section[] = [
  { path: '/settings/workspace', key: 'settings.workspace', icon: 'building', group: 'company', adminOnly: true },
  { path: '/settings/currencies', key: 'settings.currencies', icon: 'cash', group: 'company', adminOnly: true },
  { path: '/settings/users', key: 'settings.users', icon: 'users', group: 'people', adminOnly: true },
  { path: '/settings/profiles', key: 'settings.profiles', icon: 'shield-check', group: 'people', adminOnly: true },
  { path: '/settings/objects', key: 'settings.objects', icon: 'database', group: 'data', adminOnly: true },
  { path: '/settings/pipelines', key: 'settings.pipelines', icon: 'layout-kanban', group: 'data', adminOnly: true },
  { path: '/bin', key: 'settings.bin', icon: 'trash', group: 'data', adminOnly: false },
  { path: '/me', key: 'settings.me', icon: 'user', group: 'own', adminOnly: false },
  { path: '/settings/tokens', key: 'settings.tokens', icon: 'key', group: 'own', adminOnly: false },
]

export function settingsSections(admin: boolean): readonly Section[] {
  const plugged = MODULES.flatMap((module) => module.links ?? [])
    .filter((link) => link.place === 'settings')
    .map((link) => ({
      path: link.path,
      key: link.labelKey,
      icon: link.icon,
      group: 'data' as const,
      adminOnly: link.adminOnly ?? false,
    }))
  return [...OWN, ...plugged].filter((section) => admin || !section.adminOnly)
}

/** One thing that can be set: where, under which name, and in which other words people look for it. */
export interface Setting {
  readonly id: string
  readonly path: string
  readonly label: string
  readonly hint: string
  readonly icon: string
  readonly words: string
}

/** Single settings on a page that are looked for by their own name; a page's words hold its pinyin as well. */
const SINGLE: readonly (readonly [key: string, path: string])[] = [
  ['workspace.locale', '/settings/workspace'],
  ['me.timezone', '/settings/workspace'],
  ['workspace.fiscal', '/settings/workspace'],
  ['workspace.currency', '/settings/workspace'],
  ['users.add', '/settings/users'],
  ['users.deactivate', '/settings/users'],
  ['profiles.add', '/settings/profiles'],
  ['objects.add', '/settings/objects'],
  ['pipelines.add', '/settings/pipelines'],
  ['currencies.add', '/settings/currencies'],
  ['tokens.add', '/settings/tokens'],
]

export function allSettings(admin: boolean, objects: readonly ObjectMeta[]): readonly Setting[] {
  const sections = settingsSections(admin)
  const pages = sections.map(({ path, key, icon }) => ({
    id: path,
    path,
    label: t(key),
    hint: t(`${key}.what`),
    icon,
    words: t(`${key}.words`),
  }))
  const single = SINGLE.flatMap(([key, path]) => {
    const section = sections.find((each) => each.path === path)
    if (!section) return []
    return [
      { id: key, path, label: t(key), hint: t(section.key), icon: section.icon, words: t(`${section.key}.words`) },
    ]
  })
  return [...pages, ...single, ...(admin ? objects.flatMap(ofObject) : [])]
}

function ofObject(object: ObjectMeta): readonly Setting[] {
  const path = `/settings/objects/${object.name}`
  const common = { icon: object.icon, words: `${object.label} ${object.name} ${object.sound ?? ''}` }
  const page = (id: string, to: string, title: string) => ({
    ...common,
    id: `${id}/${object.name}`,
    path: to,
    label: `${object.plural} · ${title}`,
    hint: t('settings.objects'),
  })
  return [
    page('fields', path, t('fields.title')),
    page('layout', `${path}/layout`, t('layout.title')),
    page('views', `${path}/views`, t('settings.views')),
  ]
}

/** Settings whose name, description or other words hold every word that was typed; names first. */
export function foundSettings(settings: readonly Setting[], text: string): readonly Setting[] {
  const wanted = fold(text).split(/\s+/).filter(Boolean)
  if (wanted.length === 0) return []
  const rank = (setting: Setting): number => {
    const label = fold(setting.label)
    const rest = fold(`${setting.label} ${setting.words} ${setting.hint}`)
    if (!wanted.every((word) => rest.includes(word))) return 0
    if (wanted.every((word) => label.startsWith(word))) return 3
    return wanted.every((word) => label.includes(word)) ? 2 : 1
  }
  return settings
    .map((setting) => ({ setting, rank: rank(setting) }))
    .filter((each) => each.rank > 0)
    .sort((left, right) => right.rank - left.rank)
    .map((each) => each.setting)
}

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase().trim()
