/** A value on the record page: read it, click it, change it. */

import { IconPencil } from '@tabler/icons-react'
import { type MouseEvent, useState } from 'react'
import { t } from '@/platform/i18n'
import type { FieldMeta, ObjectMeta, Rec } from '@/platform/types'
import { saveRecord } from '../data/save'
import { freshFields } from '../data/store'
import { FieldValue, valueText } from '../fields/FieldValue'
import { InlineEditor } from '../fields/InlineEditor'
import { LEADS_AWAY } from '../fields/leads'
import { uiOf } from '../fields/registry'
import { isWritable } from '../meta/paths'
import { isEmpty } from '../store/entry'
import classes from './field.module.css'

interface InlineFieldProps {
  readonly object: ObjectMeta
  readonly rec: Rec
  readonly field: FieldMeta
  /** As part of a heading: no box around it. */
  readonly plain?: boolean
}

export function InlineField({ object, rec, field, plain }: InlineFieldProps) {
  const [editing, setEditing] = useState(false)
  const value = rec[field.name]
  const { inline } = uiOf(field)
  const editable = Boolean(object.rights.update) && isWritable(field) && inline !== 'none'
  const fresh = freshFields(object.name, rec.id)
  const begin = (): void => {
    if (inline === 'toggle') void saveRecord(object, rec.id, { [field.name]: !value }, { undo: true })
    else setEditing(true)
  }
  const onClick = (event: MouseEvent): void => {
    if (editable && !(event.target as HTMLElement).closest('a, button, input, [data-stop]')) begin()
  }
  const shown = (
    <span className={classes.value}>
      <FieldValue field={field} value={value} wide empty={<Nothing editable={editable} />} />
    </span>
  )
  const glow = fresh?.fields.includes(field.name) ? <span key={fresh.at} className={classes.glow} aria-hidden /> : null
  if (!editable) {
    return (
      <span className={classes.box} data-plain={plain || undefined}>
        {glow}
        {shown}
      </span>
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a wider place to click; the pencil is the button
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <span className={classes.box} data-editable data-plain={plain || undefined} onClick={onClick}>
      {glow}
      {editing ? (
        <InlineEditor object={object} id={rec.id} field={field} values={rec} onClose={() => setEditing(false)} />
      ) : (
        <>
          {shown}
          <button
            type="button"
            className={classes.pencil}
            data-needed={(LEADS_AWAY.has(field.kind) && !isEmpty(value)) || undefined}
            aria-label={t('engine.field.edit', { field: field.label, value: valueText(field, value) })}
            onClick={begin}
          >
            <IconPencil size={14} aria-hidden />
          </button>
        </>
      )}
    </span>
  )
}

function Nothing({ editable }: { editable: boolean }) {
  return <span className={classes.nothing}>{editable ? t('engine.field.add') : '–'}</span>
}
