/** News as a sentence: who did what to which records, and which fields moved. */

import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { Avatar } from '@/design'
import { formatDateTime, formatRelative } from '@/platform/format'
import { hasMessage, t } from '@/platform/i18n'
import { useObject } from '@/platform/meta'
import { recordPath } from '@/platform/paths'
import { useSession } from '@/platform/session'
import type { Change, ObjectMeta } from '@/platform/types'
import { type ChangeGroup, objectOf } from './changeGroups'
import { FieldNews } from './FieldNews'
import classes from './Home.module.css'

const FEW = 3

export function ChangeLine({ group: { first, all } }: { readonly group: ChangeGroup }) {
  const me = useSession().user.id
  const object = useObject(objectOf(first))
  const name = first.actor?.label ?? t('home.kith')
  const who = first.actor?.id === me ? t('home.you') : name
  const verb = hasMessage(`home.did.${first.action}`) ? first.action : 'update'
  return (
    <li className={classes.event}>
      <Avatar name={name} size={30} />
      <div className={classes.eventWords}>
        <strong>{who}</strong> {whatWasDone(verb, object, all.length)} <Records changes={all} object={object} />
        {verb === 'update' && <FieldNews changes={first.changes ?? []} object={object} />}
        <div className={classes.when} title={formatDateTime(first.at)}>
          {formatRelative(first.at)}
        </div>
      </div>
    </li>
  )
}

function whatWasDone(verb: string, object: ObjectMeta | undefined, count: number): string {
  const word = (label: string | undefined) => label?.toLocaleLowerCase() ?? ''
  if (count === 1) return t(`home.did.${verb}`, { object: word(object?.label) })
  return t(`home.didMany.${verb}`, { number: count, objects: word(object?.plural) })
}

interface RecordsProps {
  readonly changes: readonly Change[]
  readonly object: ObjectMeta | undefined
}

function Records({ changes, object }: RecordsProps) {
  const rest = changes.length - FEW
  return (
    <>
      {changes.slice(0, FEW).map((change, index) => (
        <Fragment key={change.id}>
          {index > 0 && t('home.comma')}
          <RecordName change={change} object={object} />
        </Fragment>
      ))}
      {rest > 0 && t('home.andMore', { count: rest })}
    </>
  )
}

function RecordName({
  change: { record },
  object,
}: {
  readonly change: Change
  readonly object: RecordsProps['object']
}) {
  const label = record?.label ?? object?.label ?? ''
  return record && object ? <Link to={recordPath(object.name, record.id)}>{label}</Link> : label
}
