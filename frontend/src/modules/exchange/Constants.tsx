/** What no column says and every row shares: chosen once, or put together from columns by their names in braces. */

import { IconTrash } from '@tabler/icons-react'
import { Field, IconButton, Select, TextInput } from '@/design'
import { FieldInput } from '@/engine/fields/FieldInput'
import { toWrite } from '@/engine/fields/write'
import { findField } from '@/engine/meta/paths'
import { t } from '@/platform/i18n'
import { useMeta } from '@/platform/meta'
import type { FieldMeta, Json, ObjectMeta } from '@/platform/types'
import classes from './exchange.module.css'
import { constantFields, type MappingDraft, setConstant } from './mapping'

interface ConstantsProps {
  readonly object: ObjectMeta
  readonly draft: MappingDraft
  readonly onChange: (draft: MappingDraft) => void
}

export function Constants({ object, draft, onChange }: ConstantsProps) {
  const names = Object.keys(draft.constants)
  const free = constantFields(draft, object).filter((field) => !names.includes(field.name))
  const fields = names.flatMap((name) => findField(object, name) ?? [])
  return (
    <div className={classes.stack}>
      {fields.map((field) => (
        <div key={field.name} className={classes.constant}>
          <Field
            label={field.label}
            id={`import-same-${field.name}`}
            help={isText(object, field) ? hint(draft) : undefined}
          >
            <Value
              object={object}
              field={field}
              value={draft.constants[field.name] ?? null}
              onChange={(value) => onChange(setConstant(draft, field.name, value))}
            />
          </Field>
          <IconButton
            label={t('exchange.same_remove', { field: field.label })}
            onClick={() => onChange(setConstant(draft, field.name, undefined))}
          >
            <IconTrash size={16} />
          </IconButton>
        </div>
      ))}
      <Select
        aria-label={t('exchange.same_add')}
        placeholder={t('exchange.same_add')}
        data={free.map((field) => ({ value: field.name, label: field.label }))}
        value={null}
        searchable
        onChange={(name) => name && onChange(setConstant(draft, name, null))}
      />
    </div>
  )
}

const isProfile = (object: ObjectMeta, field: FieldMeta): boolean => object.name === 'user' && field.name === 'profile'

const isText = (object: ObjectMeta, field: FieldMeta): boolean =>
  (field.kind === 'text' || field.kind === 'long_text') && !isProfile(object, field)

const hint = (draft: MappingDraft): string =>
  t('exchange.same_hint', {
    example: draft.columns
      .slice(0, 2)
      .map(({ column }) => `{${column}}`)
      .join(' · '),
  })

interface ValueProps {
  readonly object: ObjectMeta
  readonly field: FieldMeta
  readonly value: Json
  readonly onChange: (value: Json) => void
}

function Value({ object, field, value, onChange }: ValueProps) {
  const { profiles = [] } = useMeta()
  const id = `import-same-${field.name}`
  if (isProfile(object, field)) {
    const data = profiles.map((profile) => ({ value: profile.name, label: profile.label }))
    return <Select id={id} data={data} value={value as string | null} onChange={onChange} />
  }
  // A template is no mail and no number: only texts may hold one, and they are taken as they are typed.
  if (isText(object, field)) {
    return (
      <TextInput
        id={id}
        value={(value as string | null) ?? ''}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    )
  }
  return (
    <FieldInput
      id={id}
      object={object.name}
      field={field}
      label={field.label}
      value={value}
      values={{}}
      error={undefined}
      onChange={(next) => onChange(toWrite(field, next))}
    />
  )
}
