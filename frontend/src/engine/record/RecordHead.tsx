/** The name of a record with its face, its figures, who else is looking, and what can be done with it. */

import { IconArrowsMaximize, IconX } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Avatar, AvatarStack, IconButton, ObjectIcon, useIsPhone } from '@/design'
import { t } from '@/platform/i18n'
import { titleOf } from '@/platform/meta'
import { listPath, recordPath } from '@/platform/paths'
import type { FieldMeta, FileValue, ObjectMeta, Rec } from '@/platform/types'
import { NEXT_STEP, NEXT_STEP_AT } from '../board/signals'
import { filePath } from '../fields/file/path'
import { pictureField } from '../list/columns'
import { findField, isWritable, LINK_KINDS } from '../meta/paths'
import { faceOf } from '../slots'
import { isEmpty } from '../store/entry'
import { InlineField } from './InlineField'
import { People } from './People'
import { RecordActions } from './RecordActions'
import classes from './record.module.css'
import { StagePath } from './StagePath'
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
  const compact = useIsPhone() || narrow
  return (
    <header className={classes.recordHead}>
      <div className={classes.crumbs}>
        <Link to={listPath(object.name)}>{object.plural}</Link>
        {others.length > 0 ? (
          <span className={classes.others} title={t('engine.record.also_here')}>
            <AvatarStack people={others} size={22} />
          </span>
        ) : null}
        {compact ? <RecordActions object={object} rec={rec} /> : null}
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
        {compact ? null : <RecordActions object={object} rec={rec} />}
      </div>
      <People object={object} rec={rec} />
      <StagePath object={object} rec={rec} />
      <dl className={classes.highlights}>
        {highlightsOf(object, rec).map((field) => (
          <div key={field.name} className={classes.highlight}>
            <dt>{field.label}</dt>
            <dd>
              <InlineField object={object} rec={rec} field={field} />
            </dd>
          </div>
        ))}
      </dl>
    </header>
  )
}

/** What comes next first, then what the object puts forward; people and the stage have their own places above. */
function highlightsOf(object: ObjectMeta, rec: Rec): readonly FieldMeta[] {
  const named = [NEXT_STEP, NEXT_STEP_AT, ...(object.layout?.highlights ?? [])]
  const fields = named.flatMap((name) => findField(object, name) ?? [])
  const elsewhere = (field: FieldMeta): boolean =>
    field.name === object.config?.stage_field || (LINK_KINDS.has(field.kind) && faceOf(field.to) !== undefined)
  return fields.filter((field) => !elsewhere(field) && (isWritable(field) || !isEmpty(rec[field.name])))
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
