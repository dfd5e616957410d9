/** The side bar of the desk: search, create, the objects, pinned views, and oneself at the foot. */

import { IconHome, IconPlus, IconSearch, IconSettings, IconTrash } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { IconButton, Kbd, Logo, ObjectIcon } from '@/design'
import { t } from '@/platform/i18n'
import { listPath } from '@/platform/paths'
import { useSession } from '@/platform/session'
import { usePlaces } from './navigation'
import { PinnedViews } from './PinnedViews'
import classes from './SideBar.module.css'
import { openOverlay } from './state'
import { UserButton } from './UserButton'

export function SideBar() {
  const { workspace } = useSession()
  const places = usePlaces()
  return (
    <nav className={classes.bar} aria-label={t('nav.label')}>
      <Link to="/" className={classes.brand}>
        <Logo size={26} />
        <span>{workspace.name}</span>
      </Link>
      <Tools />
      <ul className={classes.list}>
        <NavLink to="/" icon={<IconHome size={18} stroke={1.75} aria-hidden />} exact>
          {t('nav.home')}
        </NavLink>
        {places.map(({ object }) => (
          <NavLink key={object.name} to={listPath(object.name)} icon={<ObjectIcon name={object.icon} />}>
            {object.plural}
          </NavLink>
        ))}
      </ul>
      <PinnedViews />
      <div className={classes.foot}>
        <ul className={classes.list}>
          <NavLink to="/bin" icon={<IconTrash size={18} stroke={1.75} aria-hidden />}>
            {t('nav.bin')}
          </NavLink>
          <NavLink to="/settings" icon={<IconSettings size={18} stroke={1.75} aria-hidden />}>
            {t('nav.settings')}
          </NavLink>
        </ul>
        <UserButton />
      </div>
    </nav>
  )
}

function Tools() {
  return (
    <div className={classes.tools}>
      <button type="button" className={classes.search} onClick={() => openOverlay('palette')}>
        <IconSearch size={16} aria-hidden />
        {t('nav.search')}
        <Kbd keys="mod+k" />
      </button>
      <IconButton label={t('nav.create')} variant="primary" onClick={() => openOverlay('create')}>
        <IconPlus size={18} aria-hidden />
      </IconButton>
    </div>
  )
}

interface NavLinkProps {
  readonly to: string
  readonly icon: ReactNode
  readonly children: ReactNode
  readonly exact?: boolean
}

function NavLink({ to, icon, children, exact = false }: NavLinkProps) {
  return (
    <li>
      <Link to={to} className={classes.link} activeOptions={{ exact, includeSearch: false }}>
        {icon}
        <span>{children}</span>
      </Link>
    </li>
  )
}
