/** Sets one field of many records. */

import { useState } from 'react'
import { Button, Dialog, Field } from '@/design'
import { t } from '@/platform/i18n'
import type { Json, ObjectMeta } from '@/platform/types'
import { FieldInput } from '../fields/FieldInput'
import { checkValue, toWrite } from '../fields/write'
import { FieldPicker } from '../filter/FieldPicker'
import { findField, isWritable } from '../meta/paths'
import classes from './list.module.css'

interface BulkEditProps {
  readonly object: ObjectMeta
  /** The field to start with; null lets the person choose. */
  readonly first: string | null
  readonly title: string
  readonly onClose: () => void
  readonly onRun: (values: Readonly<Record<string, Json>>) => void
}

export function BulkEdit({ object, first, title, onClose, onRun }: BulkEditProps) {
  const [name, setName] = useState(first)
  const [value, setValue] = useState<unknown>(null)
  const field = name ? findField(object, name) : undefined
  const wrong = field && checkValue(field, value)
  const editable = { ...object, fields: object.fields.filter((each) => isWritable(each) && !each.unique) }
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button
            variant="primary"
            disabled={!field || Boolean(wrong)}
            onClick={() => field && onRun({ [field.name]: toWrite(field, value) })}
          >
            {t('engine.bulk.apply')}
          </Button>
        </>
      }
    >
      <div className={classes.stack}>
        {first ? null : (
          <FieldPicker
            object={editable}
            label={field?.label ?? t('engine.bulk.field')}
            deep={false}
            onPick={(path) => {
              setName(path)
              setValue(null)
            }}
          />
        )}
        {field ? (
          <Field label={field.label} help={t('engine.bulk.empty_clears')} error={value === null ? undefined : wrong}>
            <FieldInput
              key={field.name}
              field={field}
              object={object.name}
              value={value}
              values={{}}
              label={field.label}
              onChange={setValue}
            />
          </Field>
        ) : null}
      </div>
    </Dialog>
  )
}
