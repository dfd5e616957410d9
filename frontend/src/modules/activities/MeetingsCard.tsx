/** Whom I meet today, and when. */

import { useQuery } from '@tanstack/react-query'
import { Card, RowLink, Rows } from '@/design'
import { formatTime } from '@/platform/format'
import { t } from '@/platform/i18n'
import { useWatch } from '@/platform/live'
import { recordPath } from '@/platform/paths'
import { listQuery, textOf } from '@/platform/records'
import classes from './MeetingsCard.module.css'

const TODAY = listQuery('event', {
  where: {
    and: [
      { field: 'owner', op: 'eq', value: { me: true } },
      { field: 'starts_at', op: 'within', value: { rel: 'today' } },
    ],
  },
  sort: [{ by: 'starts_at' }],
  fields: ['subject', 'starts_at', 'all_day', 'place', 'contact', 'account'],
  limit: 10,
})

/** A day without meetings needs no card. */
export function HomeCard() {
  useWatch('event')
  const { data } = useQuery(TODAY)
  if (!data || data.items.length === 0) return null
  return (
    <Card flush title={t('activities.meetings.title')}>
      <Rows>
        {data.items.map((meeting) => (
          <RowLink
            key={meeting.id}
            to={recordPath('event', meeting.id)}
            lead={
              <span className={classes.time}>
                {meeting.all_day ? t('activities.meetings.allDay') : formatTime(textOf(meeting.starts_at))}
              </span>
            }
            hint={
              [meeting.contact, meeting.account, meeting.place].map(textOf).filter(Boolean).join(' · ') || undefined
            }
          >
            {textOf(meeting.subject)}
          </RowLink>
        ))}
      </Rows>
    </Card>
  )
}
