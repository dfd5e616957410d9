/** The five tabs of the phone: Feed, Customers, +, Work, Me. */

import { IconBuilding, IconMessageCircle, IconPlus, IconStack2, IconUser } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { t } from '@/platform/i18n'
import { listPath } from '@/platform/paths'
import { MODULES } from '../modules'
import classes from './Bars.module.css'
import { usePlaces } from './navigation'
import { openOverlay } from './state'

export function BottomTabs() {
  const places = usePlaces()
  const customers = MODULES.map((module) => module.customers).find((name) =>
    places.some(({ object }) => object.name === name),
  )
  return (
    <nav aria-label={t('nav.label')}>
      <ul className={classes.tabs}>
        <Tab to="/" icon={<IconMessageCircle size={22} aria-hidden />} exact>
          {t('tab.feed')}
        </Tab>
        <Tab to={customers ? listPath(customers) : '/work'} icon={<IconBuilding size={22} aria-hidden />}>
          {t('tab.customers')}
        </Tab>
        <li>
          <button
            type="button"
            className={classes.tab}
            onClick={() => openOverlay('create')}
            aria-label={t('nav.create')}
          >
            <span className={classes.plus}>
              <IconPlus size={24} aria-hidden />
            </span>
          </button>
        </li>
        <Tab to="/work" icon={<IconStack2 size={22} aria-hidden />}>
          {t('tab.work')}
        </Tab>
        <Tab to="/me" icon={<IconUser size={22} aria-hidden />}>
          {t('tab.me')}
        </Tab>
      </ul>
    </nav>
  )
}

interface TabProps {
  readonly to: string
  readonly icon: ReactNode
  readonly children: ReactNode
  readonly exact?: boolean
}

function Tab({ to, icon, children, exact = false }: TabProps) {
  return (
    <li>
      <Link to={to} className={classes.tab} activeOptions={{ exact, includeSearch: false }}>
        {icon}
        {children}
      </Link>
    </li>
  )
}
