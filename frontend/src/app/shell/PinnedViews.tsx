/** The views that somebody has pinned; those that every object comes with are on its own page. */

import { useQuery } from '@tanstack/react-query'
import { ObjectIcon } from '@/design'
import { api } from '@/platform/api'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { listPath } from '@/platform/paths'
import type { View } from '@/platform/types'
import { NavLink } from './NavLink'
import classes from './SideBar.module.css'
import { SortableLinks } from './SortableLinks'
import { inOrder, sideBar } from './sidebarState'

export const VIEW_ICONS: Readonly<Record<View['kind'], string>> = {
  list: 'list',
  board: 'layout-kanban',
  calendar: 'calendar',
  split: 'layout-columns',
  map: 'map-pin',
}

export const viewsQuery = {
  queryKey: keys.views('*'),
  queryFn: ({ signal }: { signal: AbortSignal }) => api.get<{ items: readonly View[] }>('/views', { signal }),
}

export function PinnedViews() {
  const state = sideBar.use()
  const { data } = useQuery(viewsQuery)
  const pinned = inOrder(
    data?.items.filter((view) => view.pinned && !view.standard) ?? [],
    state.views,
    (view) => view.id,
  )
  if (pinned.length === 0) return null
  const byId = new Map(pinned.map((view) => [view.id, view]))
  return (
    <>
      {state.narrow ? <hr className={classes.rule} /> : <h2 className={classes.heading}>{t('nav.pinned')}</h2>}
      <SortableLinks ids={[...byId.keys()]} onOrder={(views) => sideBar.set({ ...state, views })}>
        {(id) => {
          const view = byId.get(id)
          if (!view) return null
          return (
            <NavLink
              to={listPath(view.object)}
              search={{ view: view.id }}
              icon={<ObjectIcon name={VIEW_ICONS[view.kind]} size={16} />}
              label={view.label ?? view.name}
              narrow={state.narrow}
            />
          )
        }}
      </SortableLinks>
    </>
  )
}
