/** The bell: how much is unread, live; what it opens is loaded then. */

import { IconBell } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { tip } from '@/design'
import { t } from '@/platform/i18n'
import { unreadQuery } from '@/platform/notifications'
import { openOverlay } from '../shell/state'
import classes from './notifications.module.css'

const MOST = 99

export function Bell() {
  const { data: unread = 0 } = useQuery(unreadQuery)
  useEffect(() => void navigator.setAppBadge?.(unread).catch(() => undefined), [unread])
  const label = unread > 0 ? t('notifications.bell', { count: unread }) : t('notifications.title')
  return (
    <button
      type="button"
      className={classes.bell}
      aria-label={label}
      aria-haspopup="dialog"
      {...tip(t('notifications.title'))}
      onClick={() => openOverlay('notifications')}
    >
      <IconBell size={20} stroke={1.75} aria-hidden />
      {unread > 0 && (
        <span className={classes.count} aria-hidden>
          {unread > MOST ? `${MOST}+` : unread}
        </span>
      )}
    </button>
  )
}
