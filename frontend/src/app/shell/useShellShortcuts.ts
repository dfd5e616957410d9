/** The keys that work on every page. */

import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { requestCreate } from '@/platform/create'
import { useMeta } from '@/platform/meta'
import { listPath } from '@/platform/paths'
import { addShortcuts, type ShortcutEntry, useShortcut } from '@/platform/shortcuts'
import { usePlaces } from './navigation'
import { openOverlay } from './state'

const GO = 'shortcuts.group.go'

export function useShellShortcuts(): void {
  const navigate = useNavigate()
  const create = useCreateHere()
  useShortcut('mod+k', 'shortcuts.search', () => openOverlay('palette'), { whileTyping: true })
  useShortcut('/', 'shortcuts.search', () => openOverlay('palette'))
  useShortcut('?', 'shortcuts.help', () => openOverlay('shortcuts'))
  useShortcut('c', 'shortcuts.create', create)
  useShortcut('g h', 'nav.home', () => void navigate({ to: '/' }), { group: GO })
  useShortcut('g s', 'nav.settings', () => void navigate({ to: '/settings' }), { group: GO })
  useShortcut('g b', 'nav.bin', () => void navigate({ to: '/bin' }), { group: GO })
  useShortcut('g n', 'notifications.title', () => openOverlay('notifications'), { group: GO })
  useShortcut('g m', 'nav.me', () => void navigate({ to: '/me' }), { group: GO })
  useObjectShortcuts()
}

/** A new record of the kind that is on screen; elsewhere, the choice of all kinds. */
function useCreateHere(): () => void {
  const { object } = useParams({ strict: false })
  const known = useMeta().objects.find((each) => each.name === object)
  return () => (known?.rights.create ? requestCreate(known.name) : openOverlay('create'))
}

function useObjectShortcuts(): void {
  const navigate = useNavigate()
  const places = usePlaces()
  const go = useRef(navigate)
  go.current = navigate
  const known = places.map(({ object, letter }) => `${letter}:${object.name}:${object.plural}`).join('|')
  useEffect(() => {
    const entries = known.split('|').flatMap((part): ShortcutEntry[] => {
      const [letter, name = '', plural = ''] = part.split(':')
      if (!letter) return []
      return [{ keys: `g ${letter}`, text: plural, group: GO, run: () => void go.current({ to: listPath(name) }) }]
    })
    return addShortcuts(entries)
  }, [known])
}
