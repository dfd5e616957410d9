/** One page of the settings: the way back, the title, its tabs, and a word for those who may not change it. */

import { IconLock } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { EmptyState, PageHeader } from '@/design'
import { t } from '@/platform/i18n'
import { useSession } from '@/platform/session'
import page from '../pages/page.module.css'
import classes from './Settings.module.css'

export interface PageTab {
  readonly path: string
  readonly label: string
}

export interface SettingsPageProps {
  readonly title: ReactNode
  readonly lead?: string
  readonly icon?: ReactNode
  readonly actions?: ReactNode
  readonly crumbs?: readonly ReactNode[]
  readonly tabs?: readonly PageTab[]
  /** May be opened by everybody. */
  readonly open?: boolean
  readonly children: ReactNode
}

export function SettingsPage(props: SettingsPageProps) {
  const { title, lead, icon, actions, crumbs = [], tabs, open = false, children } = props
  const { admin } = useSession()
  const allowed = admin || open
  const back = (
    <Link key="settings" to="/settings">
      {t('nav.settings')}
    </Link>
  )
  return (
    <>
      <PageHeader
        title={title}
        icon={icon}
        crumbs={[back, ...crumbs]}
        actions={allowed && actions}
        below={lead && <p className={page.muted}>{lead}</p>}
      />
      {allowed && tabs && <PageTabs tabs={tabs} />}
      <div className={page.body}>
        {allowed ? (
          children
        ) : (
          <EmptyState
            icon={<IconLock size={24} />}
            title={t('settings.adminOnly')}
            body={t('settings.adminOnlyBody')}
          />
        )}
      </div>
    </>
  )
}

function PageTabs({ tabs }: { readonly tabs: readonly PageTab[] }) {
  return (
    <nav className={classes.tabs} aria-label={t('settings.pages')}>
      {tabs.map((tab) => (
        <Link key={tab.path} to={tab.path} className={classes.tab} activeOptions={{ exact: true }}>
          {tab.label}
        </Link>
      ))}
    </nav>
  )
}
