/** The frame of the settings: its menu on the desk; on the phone the overview is the menu. */

import { Link, Outlet } from '@tanstack/react-router'
import { ObjectIcon } from '@/design'
import { t } from '@/platform/i18n'
import { useSession } from '@/platform/session'
import side from '../shell/SideBar.module.css'
import classes from './Settings.module.css'
import { GROUPS, settingsSections } from './sections'

export function Settings() {
  const { admin } = useSession()
  const sections = settingsSections(admin)
  return (
    <div className={classes.page}>
      <nav className={classes.menu} aria-label={t('nav.settings')}>
        <Link to="/settings" className={classes.menuTitle} activeOptions={{ exact: true }}>
          {t('nav.settings')}
        </Link>
        {GROUPS.map((group) => {
          const own = sections.filter((section) => section.group === group)
          if (own.length === 0) return null
          return (
            <div key={group}>
              <p className={classes.menuGroup}>{t(`settings.group.${group}`)}</p>
              <ul className={side.list}>
                {own.map((section) => (
                  <li key={section.path}>
                    <Link to={section.path} className={side.link}>
                      <ObjectIcon name={section.icon} />
                      <span>{t(section.key)}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          )
        })}
      </nav>
      <div className={classes.content}>
        <Outlet />
      </div>
    </div>
  )
}
