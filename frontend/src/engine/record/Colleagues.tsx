/** Who of us has to do with a record, the closest first: whom to ask before one calls. */

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card, Person } from '@/design'
import { api } from '@/platform/api'
import { formatRelative } from '@/platform/format'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { recordPath } from '@/platform/paths'
import type { LinkValue, ObjectMeta, Rec } from '@/platform/types'
import classes from './record.module.css'

interface Tie {
  readonly user: LinkValue
  readonly strength: 'strong' | 'medium' | 'weak'
  readonly activities: number
  readonly last_at: string | null
}

const MOST = 5

export function Colleagues({ object, rec }: { object: ObjectMeta; rec: Rec }) {
  const { data } = useQuery({
    queryKey: keys.colleagues(object.name, rec.id),
    queryFn: ({ signal }) =>
      api.get<{ items: readonly Tie[] }>(`/records/${object.name}/${rec.id}/colleagues`, { signal }),
  })
  if (!data || data.items.length === 0) return null
  return (
    <Card className={classes.section} title={t('record.colleagues.title')}>
      <ul className={classes.ties}>
        {data.items.slice(0, MOST).map((tie) => (
          <li key={tie.user.id} className={classes.tie}>
            <Link to={recordPath('user', tie.user.id)} className={classes.tiePerson}>
              <Person name={tie.user.label ?? t('engine.someone')} size={28} hint={hintOf(tie)} />
            </Link>
            <Strength of={tie.strength} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

const hintOf = ({ activities, last_at }: Tie): string => {
  const count = t('record.colleagues.activities', { count: activities })
  return last_at ? t('record.colleagues.hint', { count, when: formatRelative(last_at) }) : count
}

const BARS = { weak: 1, medium: 2, strong: 3 } as const

function Strength({ of }: { of: Tie['strength'] }) {
  return (
    <span
      className={classes.strength}
      role="img"
      aria-label={t(`record.colleagues.${of}`)}
      title={t(`record.colleagues.${of}`)}
    >
      {[1, 2, 3].map((bar) => (
        <i key={bar} data-on={bar <= BARS[of] || undefined} />
      ))}
    </span>
  )
}
