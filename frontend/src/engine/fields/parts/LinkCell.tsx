/** A linked record: its face and its name, a click away. One in the bin, or not for the reader, says so. */

import { Avatar } from '@/design'
import { t } from '@/platform/i18n'
import { binPath } from '@/platform/paths'
import type { LinkValue } from '@/platform/types'
import { RecordLink } from '../../parts/RecordLink'
import { faceOf } from '../../slots'
import classes from './cells.module.css'

export function LinkCell({ to, value }: { to: string | null | undefined; value: LinkValue }) {
  const face = faceOf(to)
  if (value.closed || !to) return <span className={classes.closed}>{value.label ?? t('engine.link.closed')}</span>
  const label = value.label ?? t('engine.link.unnamed')
  if (value.deleted) {
    return (
      <RecordLink
        object={to}
        record={value.id}
        path={binPath(to, value.label ?? '')}
        className={classes.link}
        data-stop
        title={label}
      >
        <s className={classes.binned}>{label}</s>
        <small className={classes.hint}>{t('engine.link.binned')}</small>
      </RecordLink>
    )
  }
  return (
    <RecordLink object={to} record={value.id} className={classes.link} data-stop title={label}>
      {face ? <Avatar name={label} size={20} kind={face} /> : null}
      <span>{label}</span>
    </RecordLink>
  )
}
