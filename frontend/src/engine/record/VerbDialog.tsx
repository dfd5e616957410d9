/** Runs a business verb: asks for its parameters first, if it has any, then tells what came of it. */

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Button, Dialog, toast } from '@/design'
import { api } from '@/platform/api'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import type { FieldKind, FieldMeta, Json, ObjectMeta, Rec, VerbMeta } from '@/platform/types'
import { touchLists } from '../data/list'
import { toWrite } from '../fields/write'
import { FormField } from '../form/FormField'
import classes from '../form/form.module.css'
import { useForm } from '../form/useForm'
import { findField } from '../meta/paths'

interface VerbDialogProps {
  readonly object: ObjectMeta
  readonly rec: Rec
  readonly verb: VerbMeta
  readonly onClose: () => void
}

/** A parameter is the object's own field where it has one of that name and kind. */
export function verbFields(object: ObjectMeta, verb: VerbMeta): readonly FieldMeta[] {
  return Object.entries(verb.params ?? {}).map(([name, kind]) => {
    const own = findField(object, name)
    return own?.kind === kind ? { ...own, readonly: false } : { name, kind: kind as FieldKind, label: name }
  })
}

/** What the record holds already need not be typed again. */
function presentValues(fields: readonly FieldMeta[], rec: Rec): Readonly<Record<string, unknown>> {
  return Object.fromEntries(fields.filter(({ name }) => name in rec).map(({ name }) => [name, rec[name]]))
}

export function VerbDialog({ object, rec, verb, onClose }: VerbDialogProps) {
  const client = useQueryClient()
  const fields = verbFields(object, verb)
  const [initial] = useState(() => presentValues(fields, rec))
  const {
    fields: shown,
    values,
    change,
    leave,
    submit,
    errorOf,
    failure,
    busy,
  } = useForm({
    object,
    fields,
    initial,
    onSave: async (given) => {
      const params: Record<string, Json> = Object.fromEntries(
        fields.map((field) => [field.name, toWrite(field, given[field.name])]),
      )
      await api.post(`/verbs/${verb.module ?? object.module}/${verb.name}`, { id: rec.id, ...params })
      return rec
    },
    onSaved: () => {
      onClose()
      touchLists(object.name)
      void client.invalidateQueries({ queryKey: keys.record(object.name, rec.id) })
      void client.invalidateQueries({ queryKey: keys.timeline(object.name, rec.id) })
      toast({ text: t('engine.verb.done', { verb: verb.label }), tone: 'good' })
    },
  })
  const run = useRef(submit)
  run.current = submit
  const asks = fields.length > 0
  useEffect(() => {
    if (!asks) void run.current()
  }, [asks])
  useEffect(() => {
    if (asks || !failure) return
    toast({ text: failure, tone: 'danger' })
    onClose()
  }, [asks, failure, onClose])
  if (!asks) return null
  return (
    <Dialog
      open
      onClose={onClose}
      title={verb.label}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button variant="primary" loading={busy} onClick={() => void submit()}>
            {verb.label}
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        {failure ? <p role="alert">{failure}</p> : null}
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
      </div>
    </Dialog>
  )
}
