/** The pages of the settings, as data: the menu and the overview read it. */

import { MODULES } from '../modules'

export interface Section {
  readonly path: string
  readonly key: string
  readonly icon: string
  readonly adminOnly: boolean
}

const OWN: readonly Section[] = [
  { path: '/settings/objects', key: 'settings.objects', icon: 'database', adminOnly: true },
  { path: '/settings/users', key: 'settings.users', icon: 'users', adminOnly: true },
  { path: '/settings/workspace', key: 'settings.workspace', icon: 'building', adminOnly: true },
  { path: '/settings/currencies', key: 'settings.currencies', icon: 'cash', adminOnly: true },
  { path: '/settings/tokens', key: 'settings.tokens', icon: 'key', adminOnly: false },
]

export function settingsSections(admin: boolean): readonly Section[] {
  const plugged = MODULES.flatMap((module) => module.links ?? [])
    .filter((link) => link.place === 'settings')
    .map((link) => ({ path: link.path, key: link.labelKey, icon: link.icon, adminOnly: link.adminOnly ?? false }))
  return [...OWN, ...plugged].filter((section) => admin || !section.adminOnly)
}
