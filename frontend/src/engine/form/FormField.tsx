/** One field of a form: its label, its input, its help, and what is wrong with it. */

import { useId } from 'react'
import { Field } from '@/design'
import type { FieldMeta, ObjectMeta } from '@/platform/types'
import { FieldInput } from '../fields/FieldInput'
import type { FormValues } from './values'

interface FormFieldProps {
  readonly object: ObjectMeta
  readonly field: FieldMeta
  readonly values: FormValues
  readonly error: string | undefined
  readonly onChange: (value: unknown) => void
  readonly onLeave: () => void
}

export function FormField({ object, field, values, error, onChange, onLeave }: FormFieldProps) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears when the focus leaves the input inside
    <div onBlur={onLeave} data-field={field.name} data-invalid={Boolean(error) || undefined}>
      <Field label={field.label} help={field.help} error={error} required={Boolean(field.required)} id={id}>
        <FieldInput
          field={field}
          object={object.name}
          values={values}
          value={values[field.name] ?? null}
          label={field.label}
          error={error}
          id={id}
          describedBy={error ? `${id}-error` : field.help ? `${id}-description` : undefined}
          onChange={onChange}
        />
      </Field>
    </div>
  )
}
