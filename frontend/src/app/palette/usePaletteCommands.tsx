/** The places one can go to and the things one can do from the palette. */

import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { ObjectIcon } from '@/design'
import { useOfferedCommands } from '@/platform/commands'
import { requestCreate } from '@/platform/create'
import { LOCALES, t, useLocale } from '@/platform/i18n'
import { useMeta } from '@/platform/meta'
import { listPath } from '@/platform/paths'
import { changeMe, signOut, useSession } from '@/platform/session'
import { MODULES } from '../modules'
import { useCreatable, usePlaces } from '../shell/navigation'
import { VIEW_ICONS, viewsQuery } from '../shell/PinnedViews'
import { openOverlay } from '../shell/state'
import { useIsDark } from '../shell/theme'
import type { Entry } from './entries'

export function useGoTo(): readonly Entry[] {
  const navigate = useNavigate()
  const places = usePlaces()
  const { admin } = useSession()
  const go = (to: string) => () => void navigate({ to })
  const fixed = [
    { path: '/', labelKey: 'nav.home', icon: 'home', keys: 'g h' },
    { path: '/me', labelKey: 'nav.me', icon: 'user', keys: 'g m' },
    { path: '/bin', labelKey: 'nav.bin', icon: 'trash', keys: 'g b' },
    { path: '/settings', labelKey: 'nav.settings', icon: 'settings', keys: 'g s' },
  ]
  const plugged = MODULES.flatMap((module) => module.links ?? []).filter((link) => admin || !link.adminOnly)
  return [
    ...places.map(({ object, letter }) => ({
      id: `go/${object.name}`,
      label: object.plural,
      sound: object.sound,
      icon: <ObjectIcon name={object.icon} />,
      ...(letter ? { keys: `g ${letter}` } : {}),
      run: go(listPath(object.name)),
    })),
    ...[...fixed, ...plugged].map((place) => ({
      id: `go${place.path}`,
      label: t(place.labelKey),
      icon: <ObjectIcon name={place.icon} />,
      ...('keys' in place ? { keys: place.keys } : {}),
      run: go(place.path),
    })),
  ]
}

/** Views that somebody has saved; the standard ones are on the page of their object. */
export function useViews(): readonly Entry[] {
  const navigate = useNavigate()
  const { objects } = useMeta()
  const { data } = useQuery(viewsQuery)
  return (data?.items ?? [])
    .filter((view) => !view.standard)
    .flatMap((view) => {
      const object = objects.find((each) => each.name === view.object)
      if (!object) return []
      return [
        {
          id: `view/${view.id}`,
          label: view.label ?? view.name,
          hint: object.plural,
          icon: <ObjectIcon name={VIEW_ICONS[view.kind]} />,
          run: () => void navigate({ to: listPath(view.object), search: { view: view.id } }),
        },
      ]
    })
}

export function useActions(): readonly Entry[] {
  const offered = useOfferedCommands()
  const creatable = useCreatable()
  const locale = useLocale()
  const dark = useIsDark()
  const other = LOCALES.find((each) => each.value !== locale)
  const icon = (name: string) => <ObjectIcon name={name} />
  return [
    ...offered.map((command) => ({ ...command, icon: icon(command.icon ?? 'bolt') })),
    ...creatable.map((object) => ({
      id: `create/${object.name}`,
      label: t('palette.create', { object: object.label }),
      icon: icon('plus'),
      run: () => requestCreate(object.name),
    })),
    {
      id: 'theme',
      label: t(dark ? 'me.toLight' : 'me.toDark'),
      icon: icon('bolt'),
      run: () => void changeMe({ theme: dark ? 'light' : 'dark' }),
    },
    ...(other
      ? [
          {
            id: 'language',
            label: t('palette.language', { language: other.label }),
            icon: icon('book-2'),
            run: () => void changeMe({ locale: other.value }),
          },
        ]
      : []),
    { id: 'shortcuts', label: t('shortcuts.title'), icon: icon('key'), keys: '?', run: () => openOverlay('shortcuts') },
    { id: 'sign-out', label: t('me.signOut'), icon: icon('lock'), run: () => void signOut() },
  ]
}
