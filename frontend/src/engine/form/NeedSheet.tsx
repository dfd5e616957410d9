/** Asks for what a stage wants filled before it lets a record in. */

import { type FormEvent, useMemo, useRef } from 'react'
import { Button, Dialog } from '@/design'
import { t } from '@/platform/i18n'
import type { FieldMeta, ObjectMeta, Rec } from '@/platform/types'
import { FormField } from './FormField'
import classes from './form.module.css'
import { focusFirstProblem, useForm } from './useForm'
import type { FormValues } from './values'

interface NeedSheetProps {
  readonly object: ObjectMeta
  readonly fields: readonly FieldMeta[]
  readonly values: FormValues
  readonly title: string
  readonly onDone: (values: FormValues | null) => void
}

export function NeedSheet({ object, fields, values: initial, title, onDone }: NeedSheetProps) {
  const form = useRef<HTMLFormElement>(null)
  const required = useMemo(() => fields.map((field) => ({ ...field, required: true })), [fields])
  const {
    fields: shown,
    values,
    change,
    leave,
    submit,
    errorOf,
  } = useForm({
    object,
    fields: required,
    initial,
    onSave: async (all) => {
      onDone(Object.fromEntries(required.map((field) => [field.name, all[field.name]])))
      return null as Rec | null
    },
    onSaved: () => undefined,
  })
  const send = (event?: FormEvent): void => {
    event?.preventDefault()
    void submit().then(() => focusFirstProblem(form.current))
  }
  return (
    <Dialog
      open
      onClose={() => onDone(null)}
      title={title}
      footer={
        <>
          <Button onClick={() => onDone(null)}>{t('action.cancel')}</Button>
          <Button variant="primary" onClick={() => send()}>
            {t('engine.board.move_now')}
          </Button>
        </>
      }
    >
      <form ref={form} className={classes.form} noValidate onSubmit={send}>
        {shown.map((field) => (
          <FormField
            key={field.name}
            object={object}
            field={field}
            values={values}
            error={errorOf(field.name)}
            onChange={(value) => change(field.name, value)}
            onLeave={() => leave(field.name)}
          />
        ))}
      </form>
    </Dialog>
  )
}
