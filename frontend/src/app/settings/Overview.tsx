/** What can be set, each with a line that says what for. */

import { Link } from '@tanstack/react-router'
import { ObjectIcon, PageHeader } from '@/design'
import { t } from '@/platform/i18n'
import { useSession } from '@/platform/session'
import page from '../pages/page.module.css'
import classes from './Settings.module.css'
import { settingsSections } from './sections'

export function Overview() {
  const { admin } = useSession()
  return (
    <>
      <PageHeader title={t('nav.settings')} />
      <div className={page.body}>
        <ul className={classes.tiles}>
          {settingsSections(admin).map((section) => (
            <li key={section.path}>
              <Link to={section.path} className={classes.tile}>
                <ObjectIcon name={section.icon} size={20} />
                <span>
                  <span className={classes.tileTitle}>{t(section.key)}</span>
                  <br />
                  <span className={classes.tileText}>{t(`${section.key}.what`)}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
    </>
  )
}
