/** The frame of the settings: its menu on the desk; on the phone the overview is the menu. */

import { Link, Outlet } from '@tanstack/react-router'
import { ObjectIcon } from '@/design'
import { t } from '@/platform/i18n'
import { useSession } from '@/platform/session'
import side from '../shell/SideBar.module.css'
import classes from './Settings.module.css'
import { settingsSections } from './sections'

export function Settings() {
  const { admin } = useSession()
  return (
    <div className={classes.page}>
      <nav className={classes.menu} aria-label={t('nav.settings')}>
        <p className={classes.menuTitle}>{t('nav.settings')}</p>
        <ul className={side.list}>
          {settingsSections(admin).map((section) => (
            <li key={section.path}>
              <Link to={section.path} className={side.link}>
                <ObjectIcon name={section.icon} />
                <span>{t(section.key)}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div>
        <Outlet />
      </div>
    </div>
  )
}
