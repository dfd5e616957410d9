/** The fields of an object, each with its kind and what is asked of it. */

import { IconPencil, IconTrash } from '@tabler/icons-react'
import { Badge, IconButton, Row, Rows, toast } from '@/design'
import { problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import type { FieldMeta, ObjectMeta } from '@/platform/types'
import classes from '../Settings.module.css'
import { removeField, restoreField } from './design'
import { KIND_FORMS } from './kinds'

const SYSTEM = new Set(['owner', 'created_at', 'created_by', 'updated_at', 'updated_by'])

export interface FieldRowsProps {
  readonly object: ObjectMeta
  readonly onEdit: (field: FieldMeta) => void
}

export function FieldRows({ object, onEdit }: FieldRowsProps) {
  const fields = object.fields.filter((field) => !SYSTEM.has(field.name))
  return (
    <Rows>
      {fields.map((field) => {
        const Icon = KIND_FORMS[field.kind].icon
        return (
          <Row
            key={field.name}
            lead={<Icon size={18} stroke={1.75} aria-hidden />}
            hint={`${t(`kind.${field.kind}`)} · ${field.name}`}
            end={<End object={object} field={field} onEdit={onEdit} />}
          >
            {field.label}
          </Row>
        )
      })}
    </Rows>
  )
}

function End({ object, field, onEdit }: FieldRowsProps & { readonly field: FieldMeta }) {
  return (
    <>
      <span className={classes.chips}>
        {field.required && <Badge tone="warn">{t('fields.required')}</Badge>}
        {field.unique && <Badge>{t('fields.unique')}</Badge>}
        {field.custom && <Badge tone="accent">{t('objects.custom')}</Badge>}
      </span>
      <IconButton label={t('fields.editOne', { label: field.label })} size="sm" onClick={() => onEdit(field)}>
        <IconPencil size={16} aria-hidden />
      </IconButton>
      {field.custom && (
        <IconButton
          label={t('fields.removeOne', { label: field.label })}
          size="sm"
          onClick={() => void remove(object.name, field)}
        >
          <IconTrash size={16} aria-hidden />
        </IconButton>
      )}
    </>
  )
}

async function remove(object: string, field: FieldMeta): Promise<void> {
  try {
    await removeField(object, field.name)
    toast({
      text: t('fields.removed', { label: field.label }),
      undo: async () => void (await restoreField(object, field.name)),
    })
  } catch (error) {
    toast({ text: problemText(error), tone: 'danger' })
  }
}
