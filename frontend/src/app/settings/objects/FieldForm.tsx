/** The form of one field: names first, then what only this kind knows, then what is asked of its values. */

import { NumberInput, Select, Switch, TextArea, TextInput } from '@/design'
import { t } from '@/platform/i18n'
import type { FieldKind, FieldMeta, Json, ObjectMeta } from '@/platform/types'
import type { Form } from '@/platform/useForm'
import classes from '../Settings.module.css'
import type { Draft } from './draft'
import { KIND_FORMS, type KindForm } from './kinds'
import { PARTS } from './parts'

export interface FieldFormProps {
  readonly object: ObjectMeta
  readonly field: FieldMeta | null
  readonly kind: FieldKind
  readonly form: Form<Draft>
}

export function FieldForm({ object, field, kind, form }: FieldFormProps) {
  const shape: KindForm = KIND_FORMS[kind]
  return (
    <>
      <TextInput
        label={t('fields.label')}
        value={form.values.label}
        onChange={(event) => form.set('label', event.currentTarget.value)}
        error={form.error('label') ?? form.error('name')}
        data-autofocus
      />
      <TextArea
        label={t('fields.help')}
        description={t('fields.helpHelp')}
        autosize
        minRows={1}
        maxRows={4}
        value={form.values.help}
        onChange={(event) => form.set('help', event.currentTarget.value)}
        error={form.error('help')}
      />
      {shape.parts.map((name) => {
        const PartForm = PARTS[name]
        return <PartForm key={name} object={object} isNew={field === null} form={form} />
      })}
      <Default kind={kind} form={form} />
      {shape.flags.length > 0 && (
        <div className={classes.switches}>
          {shape.flags.map((flag) => (
            <Switch
              key={flag}
              label={t(`fields.${flag}`)}
              description={t(`fields.${flag}Help`)}
              checked={form.values[flag]}
              onChange={(event) => form.set(flag, event.currentTarget.checked)}
              error={form.error(flag)}
            />
          ))}
        </div>
      )}
    </>
  )
}

/** What a new record starts with. */
function Default({ kind, form }: Pick<FieldFormProps, 'kind' | 'form'>) {
  const shape: KindForm = KIND_FORMS[kind]
  const value = form.values.default
  const set = (next: Json) => form.set('default', next)
  const common = { label: t('fields.default'), error: form.error('default') }
  if (shape.initial === 'text') {
    const text = typeof value === 'string' ? value : ''
    return <TextInput {...common} value={text} onChange={(event) => set(event.currentTarget.value)} />
  }
  if (shape.initial === 'number') {
    const number = typeof value === 'number' ? value : ''
    return <NumberInput {...common} value={number} onChange={(next) => set(next === '' ? null : Number(next))} />
  }
  if (shape.initial === 'checkbox') {
    return (
      <Switch
        label={t('fields.defaultOn')}
        checked={value === true}
        onChange={(event) => set(event.currentTarget.checked)}
      />
    )
  }
  if (shape.initial === 'choice') {
    const data = form.values.options.filter((option) => option.key && !option.retired)
    return (
      <Select
        {...common}
        clearable
        data={data.map((option) => ({ value: option.key, label: option.label }))}
        value={typeof value === 'string' ? value : null}
        onChange={set}
      />
    )
  }
  return null
}
