/** The top of the phone: home and search, within reach on every page. */

import { IconSearch } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Logo } from '@/design'
import { t } from '@/platform/i18n'
import { Bell } from '../notifications/Bell'
import classes from './Bars.module.css'
import { openOverlay } from './state'

export function TopBar() {
  return (
    <search className={classes.top}>
      <Link to="/" className={classes.home} aria-label={t('nav.home')}>
        <Logo size={30} />
      </Link>
      <button type="button" className={classes.search} onClick={() => openOverlay('palette')}>
        <IconSearch size={18} aria-hidden />
        {t('nav.search')}
      </button>
      <Bell />
    </search>
  )
}
