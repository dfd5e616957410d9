/** The views that somebody has pinned; those that every object comes with are on its own page. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ObjectIcon } from '@/design'
import { api } from '@/platform/api'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import type { View } from '@/platform/types'
import classes from './SideBar.module.css'

const ICONS: Readonly<Record<View['kind'], string>> = {
  list: 'list',
  board: 'layout-kanban',
  calendar: 'calendar',
  split: 'layout-columns',
  map: 'map-pin',
}

export function PinnedViews() {
  const { data } = useQuery({
    queryKey: keys.views('*'),
    queryFn: ({ signal }) => api.get<{ items: readonly View[] }>('/views', { signal }),
  })
  const pinned = data?.items.filter((view) => view.pinned && !view.standard) ?? []
  if (pinned.length === 0) return null
  return (
    <>
      <h2 className={classes.heading}>{t('nav.pinned')}</h2>
      <ul className={classes.list}>
        {pinned.map((view) => (
          <li key={`${view.object}/${view.id}`}>
            <Link
              to="/o/$object"
              params={{ object: view.object }}
              search={{ view: view.id }}
              className={classes.link}
              activeOptions={{ includeSearch: true }}
            >
              <ObjectIcon name={ICONS[view.kind]} size={16} />
              <span>{view.label ?? view.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
