/** What everybody should know right now: that the line is down, that the server is back in a moment, that a new version is here. */

import { Banner, Button } from '@/design'
import { t } from '@/platform/i18n'
import { useOnline } from '@/platform/online'
import { useIsAdmin, useSession } from '@/platform/session'
import { useNewVersion } from '@/platform/worker'
import { SamplesBanner } from './SamplesBanner'
import classes from './Shell.module.css'

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
  return admin && workspace.samples ? <SamplesBanner /> : null
}
