/** One change as a sentence: who did what to which record, and which fields moved. */

import { Link } from '@tanstack/react-router'
import { Avatar } from '@/design'
import { formatDateTime, formatRelative } from '@/platform/format'
import { hasMessage, t } from '@/platform/i18n'
import { useMeta } from '@/platform/meta'
import { recordPath } from '@/platform/paths'
import { useSession } from '@/platform/session'
import type { Change, FieldChange } from '@/platform/types'
import classes from './Home.module.css'
import { plainText } from './plainText'

const FEW = 3

export function ChangeLine({ change }: { readonly change: Change }) {
  const { objects } = useMeta()
  const objectName = change.object ?? change.record?.object ?? ''
  const object = objects.find((each) => each.name === objectName)
  const me = useSession().user.id
  const name = change.actor?.label ?? t('home.kith')
  const who = change.actor?.id === me ? t('home.you') : name
  const verb = hasMessage(`home.did.${change.action}`) ? change.action : 'update'
  const label = change.record?.label ?? object?.label ?? ''
  return (
    <li className={classes.event}>
      <Avatar name={name} size={30} />
      <div className={classes.eventWords}>
        <strong>{who}</strong> {t(`home.did.${verb}`, { object: object?.label.toLocaleLowerCase() ?? '' })}{' '}
        {change.record && object ? <Link to={recordPath(object.name, change.record.id)}>{label}</Link> : label}
        {verb === 'update' && <Fields changes={change.changes ?? []} />}
        <div className={classes.when} title={formatDateTime(change.at)}>
          {formatRelative(change.at)}
        </div>
      </div>
    </li>
  )
}

function Fields({ changes }: { readonly changes: readonly FieldChange[] }) {
  return changes.slice(0, FEW).map((change) => (
    <div className={classes.change} key={change.field}>
      <span>{change.label}:</span>
      {plainText(change.before, change.kind) && (
        <>
          <del>{plainText(change.before, change.kind)}</del>
          <span aria-hidden>→</span>
        </>
      )}
      <ins>{plainText(change.after, change.kind) || t('home.emptied')}</ins>
    </div>
  ))
}
