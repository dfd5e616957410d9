/** What concerns me, the latest first, each with its reason; and what I want to hear of. */

import { IconAdjustments, IconArrowLeft, IconBell, IconChecks } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, EmptyState, ErrorState, IconButton, ListSkeleton, Sheet } from '@/design'
import { t } from '@/platform/i18n'
import { inboxQuery, markNotifications } from '@/platform/notifications'
import { NotificationLine } from './NotificationLine'
import classes from './notifications.module.css'
import { Reasons } from './Reasons'

export function NotificationSheet({ onClose }: { readonly onClose: () => void }) {
  const [choosing, setChoosing] = useState(false)
  const title = t(choosing ? 'notifications.reasons' : 'notifications.title')
  return (
    <Sheet open onClose={onClose} title={title} size={440} bare tall>
      {choosing ? (
        <div className={classes.page}>
          <Button variant="quiet" size="sm" icon={<IconArrowLeft size={16} />} onClick={() => setChoosing(false)}>
            {t('notifications.back')}
          </Button>
          <Reasons />
        </div>
      ) : (
        <Inbox onClose={onClose} onChoose={() => setChoosing(true)} />
      )}
    </Sheet>
  )
}

function Inbox({ onClose, onChoose }: { readonly onClose: () => void; readonly onChoose: () => void }) {
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(inboxQuery)
  const items = data?.pages.flatMap((page) => page.items) ?? []
  const unread = items.some((item) => !item.read)
  return (
    <div className={classes.page}>
      <div className={classes.tools}>
        <Button
          variant="quiet"
          size="sm"
          icon={<IconChecks size={16} />}
          disabled={!unread}
          onClick={() => void markNotifications('all')}
        >
          {t('notifications.readAll')}
        </Button>
        <IconButton label={t('notifications.reasons')} onClick={onChoose}>
          <IconAdjustments size={18} aria-hidden />
        </IconButton>
      </div>
      {isPending && <ListSkeleton rows={6} />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} inline />}
      {data && items.length === 0 && (
        <EmptyState
          inline
          icon={<IconBell size={20} />}
          title={t('notifications.none')}
          body={t('notifications.noneBody')}
        />
      )}
      <ul className={classes.list} aria-label={t('notifications.title')}>
        {items.map((item) => (
          <NotificationLine key={item.id} item={item} onOpen={onClose} />
        ))}
      </ul>
      {hasNextPage && (
        <Button variant="quiet" wide loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('home.older')}
        </Button>
      )}
    </div>
  )
}
