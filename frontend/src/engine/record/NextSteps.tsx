/** What comes next, on top of everything else: open tasks of a record, ticked off where they stand. */

import { IconFlag } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Checkbox, cx } from '@/design'
import { api } from '@/platform/api'
import { daysUntil, formatDay } from '@/platform/format'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { titleOf } from '@/platform/meta'
import { recordPath } from '@/platform/paths'
import type { ObjectMeta, Page, Rec } from '@/platform/types'
import { saveRecord } from '../data/save'
import { findField, isWritable } from '../meta/paths'
import { doneField, type Saying } from './sayings'
import classes from './timeline.module.css'

const MOST = 3

interface NextStepsProps {
  readonly object: ObjectMeta
  readonly rec: Rec
  readonly ways: readonly Saying[]
}

export function NextSteps({ rec, ways }: NextStepsProps) {
  const way = ways.find(({ object }) => doneField(object))
  return way ? <Open way={way} rec={rec} /> : null
}

function Open({ way, rec }: { way: Saying; rec: Rec }) {
  const { object, field } = way
  const done = doneField(object)?.name ?? ''
  const at = typeof object.config?.at === 'string' ? object.config.at : undefined
  const query = {
    where: {
      and: [{ field, op: 'eq', value: rec.id }, { not: { field: done, op: 'eq', value: true } }],
    },
    sort: at ? [{ by: at }] : [],
    fields: [object.title_field, done, ...(at ? [at] : []), ...(findField(object, 'owner') ? ['owner'] : [])],
    limit: MOST,
    count: 'capped',
  }
  const { data } = useQuery({
    queryKey: keys.list(object.name, query),
    queryFn: ({ signal }) => api.post<Page<Rec>>(`/query/${object.name}`, query, { signal }),
  })
  if (!data || data.items.length === 0) return null
  const more = (data.total ?? 0) - data.items.length
  return (
    <section className={classes.next} aria-label={t('record.next.title')}>
      <h2 className={classes.nextTitle}>
        <IconFlag size={16} aria-hidden /> {t('record.next.title')}
      </h2>
      <ul className={classes.nextList}>
        {data.items.map((item) => (
          <Step key={item.id} object={object} item={item} at={at} done={done} />
        ))}
      </ul>
      {more > 0 ? <p className={classes.nextMore}>{t('record.next.more', { count: more })}</p> : null}
    </section>
  )
}

interface StepProps {
  readonly object: ObjectMeta
  readonly item: Rec
  readonly at: string | undefined
  readonly done: string
}

function Step({ object, item, at, done }: StepProps) {
  const [ticked, setTicked] = useState(false)
  const title = titleOf(object, item)
  const due = at ? (item[at] as string | null) : null
  const late = due ? daysUntil(due) < 0 : false
  const owner = (item.owner as { label?: string | null } | null)?.label
  const field = findField(object, done)
  const tick = async (): Promise<void> => {
    setTicked(true)
    if (!(await saveRecord(object, item.id, { [done]: true }, { undo: true }))) setTicked(false)
  }
  return (
    <li className={classes.nextStep}>
      <Checkbox
        aria-label={t('engine.timeline.tick', { field: field?.label ?? '', name: title })}
        checked={ticked}
        disabled={ticked || !object.rights.update || !field || !isWritable(field)}
        onChange={() => void tick()}
      />
      <Link to={recordPath(object.name, item.id)} className={classes.nextName}>
        {title}
      </Link>
      {due ? <span className={cx(classes.fact, late && classes.late)}>{formatDay(due)}</span> : null}
      {owner ? <span className={classes.fact}>{owner}</span> : null}
    </li>
  )
}
