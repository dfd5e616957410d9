/** The frame around every page once somebody is signed in. */

import { Outlet } from '@tanstack/react-router'
import { lazy, Suspense, useEffect } from 'react'
import { loadMenu, loadSheet, useIsPhone } from '@/design'
import { useCreateRequest } from '@/platform/create'
import { loadTexts, t } from '@/platform/i18n'
import { whenIdle } from '@/platform/idle'
import { loadKept } from '@/platform/kept'
import { startLive } from '@/platform/live'
import { feedCacheFromLive } from '@/platform/livecache'
import { listenForNotifications } from '@/platform/notifications'
import { useEndedSession } from '@/platform/session'
import { BottomTabs } from './BottomTabs'
import { Notices } from './Notices'
import classes from './Shell.module.css'
import { SideBar } from './SideBar'
import { closeOverlay, useOverlay } from './state'
import { TopBar } from './TopBar'
import { useShellShortcuts } from './useShellShortcuts'

const loadPalette = () => Promise.all([import('../palette/Palette'), loadTexts('settings')])
const Palette = lazy(() => loadPalette().then(([module]) => ({ default: module.Palette })))
const ShortcutSheet = lazy(() => import('./ShortcutSheet').then((module) => ({ default: module.ShortcutSheet })))
const CreateSheet = lazy(() => import('./CreateSheet').then((module) => ({ default: module.CreateSheet })))
const NotificationSheet = lazy(() =>
  import('../notifications/NotificationSheet').then((module) => ({ default: module.NotificationSheet })),
)
const SessionDialog = lazy(() => import('./SessionDialog').then((module) => ({ default: module.SessionDialog })))
const CreateHost = lazy(() => import('@/engine/pages/CreateHost').then((module) => ({ default: module.CreateHost })))

export function Shell() {
  const phone = useIsPhone()
  useShellShortcuts()
  useEffect(() => whenIdle([loadPalette, loadMenu, loadSheet]), [])
  useEffect(() => {
    const stopFeeding = feedCacheFromLive()
    const stopRinging = listenForNotifications()
    const stopLive = startLive()
    loadKept().catch(() => undefined)
    return () => {
      stopLive()
      stopRinging()
      stopFeeding()
    }
  }, [])
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content">
        {t('shell.skip')}
      </a>
      {!phone && <SideBar />}
      <div className={classes.main}>
        {phone && <TopBar />}
        <Notices />
        <main className={classes.content} id="content" tabIndex={-1} data-scroll-restoration-id="content">
          <Outlet />
        </main>
        {phone && <BottomTabs />}
      </div>
      <Overlays />
    </div>
  )
}

function Overlays() {
  const overlay = useOverlay()
  const ended = useEndedSession()
  const creating = useCreateRequest() !== null
  return (
    <Suspense fallback={null}>
      {overlay === 'palette' && <Palette onClose={closeOverlay} />}
      {overlay === 'shortcuts' && <ShortcutSheet onClose={closeOverlay} />}
      {overlay === 'create' && <CreateSheet onClose={closeOverlay} />}
      {overlay === 'notifications' && <NotificationSheet onClose={closeOverlay} />}
      {creating && <CreateHost />}
      {ended && <SessionDialog ended={ended} />}
    </Suspense>
  )
}
