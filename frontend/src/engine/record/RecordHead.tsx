/** The name of a record with its face, its figures, who else is looking, and what can be done with it. */

import { IconArrowsMaximize, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Avatar, AvatarStack, IconButton, ObjectIcon } from '@/design'
import { t } from '@/platform/i18n'
import { titleOf } from '@/platform/meta'
import { listPath, recordPath } from '@/platform/paths'
import type { FileValue, ObjectMeta, Rec } from '@/platform/types'
import { filePath } from '../fields/file/path'
import { pictureField } from '../list/columns'
import { findField } from '../meta/paths'
import { faceOf } from '../slots'
import { InlineField } from './InlineField'
import { RecordActions } from './RecordActions'
import classes from './record.module.css'
import { usePresence } from './usePresence'

interface RecordHeadProps {
  readonly object: ObjectMeta
  readonly rec: Rec
  readonly narrow: boolean
  readonly onClose?: (() => void) | undefined
}

export function RecordHead({ object, rec, narrow, onClose }: RecordHeadProps) {
  const others = usePresence(object.name, rec.id)
  const title = findField(object, object.title_field)
  return (
    <header className={classes.recordHead}>
      <div className={classes.crumbs}>
        <Link to={listPath(object.name)}>{object.plural}</Link>
        {others.length > 0 ? (
          <span className={classes.others} title={t('engine.record.also_here')}>
            <AvatarStack people={others} size={22} />
          </span>
        ) : null}
        {narrow ? (
          <span className={classes.panelButtons}>
            <Link
              to={recordPath(object.name, rec.id)}
              aria-label={t('engine.record.full_page')}
              className={classes.iconLink}
            >
              <IconArrowsMaximize size={16} aria-hidden />
            </Link>
            {onClose ? (
              <IconButton label={t('action.close')} onClick={onClose} tooltip={false}>
                <IconX size={18} />
              </IconButton>
            ) : null}
          </span>
        ) : null}
      </div>
      <div className={classes.titleLine}>
        <Face object={object} rec={rec} />
        <h1 className={classes.title}>
          {title ? <InlineField object={object} rec={rec} field={title} plain /> : titleOf(object, rec)}
        </h1>
        <RecordActions object={object} rec={rec} />
      </div>
      <dl className={classes.highlights}>
        {(object.layout?.highlights ?? []).map((name) => {
          const field = findField(object, name)
          return field ? (
            <div key={name} className={classes.highlight}>
              <dt>{field.label}</dt>
              <dd>
                <InlineField object={object} rec={rec} field={field} />
              </dd>
            </div>
          ) : null
        })}
      </dl>
    </header>
  )
}

function Face({ object, rec }: { object: ObjectMeta; rec: Rec }) {
  const face = faceOf(object.name)
  const field = pictureField(object)
  const picture = field ? (rec[field.name] as FileValue | null | undefined) : undefined
  if (face) {
    return <Avatar name={titleOf(object, rec)} kind={face} size={44} src={picture ? filePath(picture.id) : null} />
  }
  return (
    <span className={classes.sign}>
      <ObjectIcon name={object.icon} size={22} />
    </span>
  )
}
