/** The side bar of the desk: search, create, the objects, pinned views, and oneself at the foot. It can be narrow. */

import {
  IconHome,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconPlus,
  IconSearch,
  IconSettings,
  IconTrash,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { cx, IconButton, Kbd, Logo, ObjectIcon } from '@/design'
import { t } from '@/platform/i18n'
import { listPath } from '@/platform/paths'
import { useSession } from '@/platform/session'
import { useShortcut } from '@/platform/shortcuts'
import { Bell } from '../notifications/Bell'
import { NavLink } from './NavLink'
import { usePlaces } from './navigation'
import { PinnedViews } from './PinnedViews'
import classes from './SideBar.module.css'
import { SortableLinks } from './SortableLinks'
import { inOrder, sideBar } from './sidebarState'
import { openOverlay } from './state'
import { UserButton } from './UserButton'

const fold = () => sideBar.set({ ...sideBar.get(), narrow: !sideBar.get().narrow })

export function SideBar() {
  const { workspace } = useSession()
  const { narrow } = sideBar.use()
  const foldLabel = t(narrow ? 'nav.expand' : 'nav.collapse')
  useShortcut('[', narrow ? 'nav.expand' : 'nav.collapse', fold)
  return (
    <nav className={cx(classes.bar, narrow && classes.narrow)} aria-label={t('nav.label')}>
      <div className={classes.head}>
        <Link to="/" className={classes.brand} aria-label={narrow ? workspace.name : undefined}>
          <Logo size={26} />
          {!narrow && <span>{workspace.name}</span>}
        </Link>
        <Bell />
      </div>
      <Tools narrow={narrow} />
      <div className={classes.list}>
        <NavLink
          to="/"
          icon={<IconHome size={18} stroke={1.75} aria-hidden />}
          label={t('nav.home')}
          narrow={narrow}
          exact
        />
      </div>
      <Objects narrow={narrow} />
      <PinnedViews />
      <div className={classes.foot}>
        <NavLink
          to="/bin"
          icon={<IconTrash size={18} stroke={1.75} aria-hidden />}
          label={t('nav.bin')}
          narrow={narrow}
        />
        <NavLink
          to="/settings"
          icon={<IconSettings size={18} stroke={1.75} aria-hidden />}
          label={t('nav.settings')}
          narrow={narrow}
        />
        <div className={classes.me}>
          <UserButton />
          <IconButton label={foldLabel} size="sm" aria-expanded={!narrow} onClick={fold}>
            {narrow ? (
              <IconLayoutSidebarLeftExpand size={18} stroke={1.75} aria-hidden />
            ) : (
              <IconLayoutSidebarLeftCollapse size={18} stroke={1.75} aria-hidden />
            )}
          </IconButton>
        </div>
      </div>
    </nav>
  )
}

function Objects({ narrow }: { readonly narrow: boolean }) {
  const state = sideBar.use()
  const places = inOrder(usePlaces(), state.objects, ({ object }) => object.name)
  const byName = new Map(places.map(({ object }) => [object.name, object]))
  return (
    <SortableLinks ids={[...byName.keys()]} onOrder={(objects) => sideBar.set({ ...state, objects })}>
      {(name) => (
        <NavLink
          to={listPath(name)}
          icon={<ObjectIcon name={byName.get(name)?.icon} />}
          label={byName.get(name)?.plural ?? name}
          narrow={narrow}
        />
      )}
    </SortableLinks>
  )
}

function Tools({ narrow }: { readonly narrow: boolean }) {
  const search = () => openOverlay('palette')
  return (
    <div className={classes.tools}>
      {narrow ? (
        <IconButton label={t('nav.search')} onClick={search}>
          <IconSearch size={18} aria-hidden />
        </IconButton>
      ) : (
        <button type="button" className={classes.search} onClick={search}>
          <IconSearch size={16} aria-hidden />
          {t('nav.search')}
          <Kbd keys="mod+k" />
        </button>
      )}
      <IconButton label={t('nav.create')} variant="primary" onClick={() => openOverlay('create')}>
        <IconPlus size={18} aria-hidden />
      </IconButton>
    </div>
  )
}
