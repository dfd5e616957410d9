/** One notification as a sentence: who did what, to which record, and why I am told. */

import { IconCircleDot, IconClock, IconFileImport } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Avatar, cx, IconButton } from '@/design'
import { formatDateTime, formatRelative } from '@/platform/format'
import { t } from '@/platform/i18n'
import { useObject } from '@/platform/meta'
import { markNotifications, type Notification } from '@/platform/notifications'
import { listPath, recordPath } from '@/platform/paths'
import { FieldNews } from '../pages/FieldNews'
import classes from './notifications.module.css'

export interface NotificationLineProps {
  readonly item: Notification
  readonly onOpen: () => void
}

export function NotificationLine({ item, onOpen }: NotificationLineProps) {
  const { actor, record, reason, read } = item
  const object = useObject(record.object)
  const word = (label: string | undefined) => label?.toLocaleLowerCase() ?? ''
  const said = item.many ? `notifications.sayMany.${reason}` : `notifications.say.${reason}`
  const sentence = t(said, {
    who: actor?.label ?? t('home.kith'),
    object: word(object?.label),
    objects: word(object?.plural),
    number: item.count,
  })
  const open = () => {
    if (!read) void markNotifications([item.id])
    onOpen()
  }
  return (
    <li className={cx(classes.item, !read && classes.unread)}>
      {actor ? <Avatar name={actor.label ?? '?'} size={32} /> : <Sign reason={reason} />}
      <div className={classes.words}>
        <span>{sentence} </span>
        <Link to={item.many ? listPath(record.object) : recordPath(record.object, record.id)} onClick={open}>
          {item.many ? object?.plural : record.label || object?.label}
        </Link>
        {reason === 'owner' && <FieldNews changes={item.changes} object={object} />}
        <div className={classes.why} title={formatDateTime(item.at)}>
          {t('notifications.when', { why: t(`notifications.why.${reason}`), when: formatRelative(item.at) })}
        </div>
      </div>
      <IconButton
        size="sm"
        label={t(read ? 'notifications.markUnread' : 'notifications.markRead')}
        className={classes.mark}
        onClick={() => void markNotifications([item.id], !read)}
      >
        <IconCircleDot size={16} aria-hidden />
      </IconButton>
    </li>
  )
}

/** Nobody did it: time has passed, or long work is over. */
function Sign({ reason }: { readonly reason: string }) {
  const Icon = reason === 'import' ? IconFileImport : IconClock
  return (
    <span className={classes.sign} aria-hidden>
      <Icon size={18} />
    </span>
  )
}
