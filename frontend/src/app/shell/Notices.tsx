/** What everybody should know right now: that the line is down. */

import { Banner } from '@/design'
import { t } from '@/platform/i18n'
import { useOnline } from '@/platform/online'
import classes from './Shell.module.css'

export function Notices() {
  const online = useOnline()
  if (online) return null
  return (
    <div className={classes.notice}>
      <Banner tone="warn">{t('shell.offline')}</Banner>
    </div>
  )
}
