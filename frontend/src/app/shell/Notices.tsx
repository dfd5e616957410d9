/** What everybody should know right now: that the line is down, that the server is back in a moment, that a new version is here. */

import { lazy, Suspense } from 'react'
import { Banner, Button } from '@/design'
import { t } from '@/platform/i18n'
import { useOnline } from '@/platform/online'
import { useIsAdmin, useSession } from '@/platform/session'
import { useNewVersion } from '@/platform/worker'
import classes from './Shell.module.css'

const SamplesBanner = lazy(() => import('./SamplesBanner').then((module) => ({ default: module.SamplesBanner })))

export function Notices() {
  const online = useOnline()
  const reload = useNewVersion()
  const { workspace } = useSession()
  const admin = useIsAdmin()
  if (!online) {
    return (
      <div className={classes.notice}>
        <Banner tone="warn">{t(navigator.onLine ? 'shell.restarting' : 'shell.offline')}</Banner>
      </div>
    )
  }
  if (reload) {
    const button = (
      <Button size="sm" onClick={reload}>
        {t('shell.reload')}
      </Button>
    )
    return (
      <div className={classes.notice}>
        <Banner action={button}>{t('shell.newVersion')}</Banner>
      </div>
    )
  }
  return <Suspense fallback={null}>{admin && workspace.samples && <SamplesBanner />}</Suspense>
}
