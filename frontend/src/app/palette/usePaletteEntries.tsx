/** Gathers what the palette offers: records from the server, visits, places and actions from here. */

import { useDebouncedValue } from '@mantine/hooks'
import { IconHistory } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Avatar, ObjectIcon } from '@/design'
import { faceOf } from '@/engine/slots'
import { api } from '@/platform/api'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { useMeta } from '@/platform/meta'
import { recordPath } from '@/platform/paths'
import { useRecent } from '@/platform/recent'
import { useSession } from '@/platform/session'
import type { SearchResult } from '@/platform/types'
import { allSettings, foundSettings } from '../settings/sections'
import { type Entry, fitting, type Group } from './entries'
import { type Syllables, soundOf, useSyllables } from './sounds'
import { useActions, useGoTo, useViews } from './usePaletteCommands'

const PAUSE = 70
const FEW = 6

export interface PaletteEntries {
  readonly groups: readonly Group[]
  readonly searching: boolean
  readonly error: Error | null
}

export function usePaletteEntries(text: string, composing: boolean): PaletteEntries {
  const typed = text.trim()
  const found = useFound(typed, composing)
  const syllables = useSyllables()
  const sounding = (entries: readonly Entry[]) =>
    entries.map((entry) => ({ ...entry, sound: entry.sound || soundOf(entry.label, syllables) }))
  const places = fitting(sounding(useGoTo()), typed)
  const actions = fitting(sounding(useActions()), typed)
  const views = useViews()
  const settings = useSettingEntries(typed, syllables)
  const recent = useRecentEntries()
  const commands: readonly Group[] = [
    { id: 'actions', title: t('palette.actions'), entries: actions },
    { id: 'places', title: t('palette.places'), entries: places },
    { id: 'views', title: t('palette.views'), entries: typed ? fitting(sounding(views), typed).slice(0, FEW) : [] },
    { id: 'settings', title: t('nav.settings'), entries: settings },
  ]
  const shown = typed
    ? [...found.groups, ...commands]
    : [{ id: 'recent', title: t('palette.recent'), entries: recent }, ...commands]
  return { ...found, groups: shown.filter((group) => group.entries.length > 0) }
}

function useFound(typed: string, composing: boolean): PaletteEntries {
  const [settled] = useDebouncedValue(typed, PAUSE)
  const meta = useMeta()
  const navigate = useNavigate()
  const { data, error, isFetching } = useQuery({
    queryKey: keys.search(settled),
    queryFn: ({ signal }) => api.get<SearchResult>('/search', { signal, params: { q: settled, limit: FEW } }),
    enabled: settled !== '' && !composing,
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  })
  const groups = (typed && data ? data.groups : []).map((group) => {
    const object = meta.objects.find((each) => each.name === group.object)
    return {
      id: group.object,
      title: object?.plural ?? group.object,
      entries: group.items.map((item) => ({
        ...item,
        id: `${group.object}/${item.id}`,
        icon: <Face object={group.object} icon={object?.icon} label={item.label} />,
        run: () => void navigate({ to: recordPath(group.object, item.id) }),
      })),
    }
  })
  return { groups, searching: isFetching || settled !== typed, error: typed ? error : null }
}

/** Settings are offered once something is typed: there are many, and few look for them. */
function useSettingEntries(typed: string, syllables: Syllables): readonly Entry[] {
  const navigate = useNavigate()
  const { admin } = useSession()
  const { objects } = useMeta()
  const settings = typed ? allSettings(admin, objects) : []
  const sounding = settings.map((each) => ({ ...each, words: `${each.words} ${soundOf(each.label, syllables)}` }))
  return foundSettings(sounding, typed)
    .slice(0, FEW)
    .map((setting) => ({
      id: `setting/${setting.id}`,
      label: setting.label,
      hint: setting.hint,
      icon: <ObjectIcon name={setting.icon} />,
      run: () => void navigate({ to: setting.path }),
    }))
}

/** People are shown by their face, companies by theirs, everything else by its icon. */
function Face({
  object,
  icon,
  label,
}: {
  readonly object: string
  readonly icon?: string | undefined
  readonly label: string
}) {
  const face = faceOf(object)
  if (face) return <Avatar name={label} size={26} kind={face} />
  return <ObjectIcon name={icon} size={18} />
}

function useRecentEntries(): readonly Entry[] {
  const navigate = useNavigate()
  const meta = useMeta()
  return useRecent()
    .slice(0, FEW)
    .map(({ object, id, label }) => ({
      id: `recent/${object}/${id}`,
      label,
      hint: meta.objects.find((each) => each.name === object)?.label ?? null,
      icon: <IconHistory size={18} stroke={1.75} aria-hidden />,
      run: () => void navigate({ to: recordPath(object, id) }),
    }))
}
