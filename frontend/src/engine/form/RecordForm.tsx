/** The sheet in which a record is made: what matters first, the rest on request; nothing typed is lost by accident. */

import { type FormEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { Banner, Button, confirm, Sheet } from '@/design'
import { t } from '@/platform/i18n'
import type { ObjectMeta, Rec } from '@/platform/types'
import { isSaveKey } from '../parts/keys'
import { Duplicates } from './Duplicates'
import { clearDraft, keepDraft, readDraft } from './draft'
import { FormField } from './FormField'
import classes from './form.module.css'
import { focusFirstProblem, useForm } from './useForm'
import { type FormValues, firstFields, formGroups } from './values'

interface RecordFormProps {
  readonly object: ObjectMeta
  readonly initial: FormValues
  readonly given: FormValues
  readonly title: string
  readonly onSave: (values: FormValues) => Promise<Rec | null>
  readonly onSaved: (rec: Rec) => void
  readonly onClose: () => void
}

export function RecordForm({ object, initial, given, title, onSave, onSaved, onClose }: RecordFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const [all, setAll] = useState(false)
  const draftKey = `create.${object.name}`
  const [start] = useState(() => readDraft<FormValues>(draftKey) ?? initial)
  const groups = useMemo(() => formGroups(object), [object])
  const fields = useMemo(() => groups.flatMap((group) => group.fields), [groups])
  const first = useMemo(() => firstFields(object, given), [object, given])
  const { values, change, leave, submit, errorOf, failure, busy, dirty } = useForm({
    object,
    fields,
    initial: start,
    onSave,
    onSaved: (rec) => {
      clearDraft(draftKey)
      onSaved(rec)
    },
  })
  useEffect(() => {
    if (dirty) keepDraft(draftKey, values)
  }, [dirty, draftKey, values])
  const close = async (): Promise<void> => {
    const question = {
      title: t('engine.form.leave'),
      body: t('engine.form.leave_body'),
      action: t('engine.form.discard'),
    }
    if ((dirty || start !== initial) && !(await confirm({ ...question, danger: true }))) return
    clearDraft(draftKey)
    onClose()
  }
  const send = (event?: FormEvent): void => {
    event?.preventDefault()
    void submit().then(() => focusFirstProblem(form.current))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isSaveKey(event)) return
    event.preventDefault()
    send()
  }
  const hidden = fields.filter((field) => !first.has(field.name) && !errorOf(field.name)).length
  return (
    <Sheet
      open
      onClose={() => void close()}
      title={title}
      tall
      size={520}
      closeOnClickOutside={!dirty}
      footer={
        <>
          <Button onClick={() => void close()}>{t('action.cancel')}</Button>
          <Button variant="primary" loading={busy} onClick={() => send()}>
            {t('action.create')}
          </Button>
        </>
      }
    >
      <form ref={form} className={classes.form} noValidate onSubmit={send} onKeyDown={onKeyDown}>
        {start !== initial ? <Banner>{t('engine.form.restored')}</Banner> : null}
        {failure ? <Banner tone="danger">{failure}</Banner> : null}
        {groups.map((group) => {
          const shown = group.fields.filter((field) => all || first.has(field.name) || errorOf(field.name))
          if (shown.length === 0) return null
          return (
            <fieldset key={group.name} className={classes.group}>
              {all && group.label ? <legend className={classes.legend}>{group.label}</legend> : null}
              {shown.map((field) => (
                <div key={field.name}>
                  <FormField
                    object={object}
                    field={field}
                    values={values}
                    error={errorOf(field.name)}
                    onChange={(value) => change(field.name, value)}
                    onLeave={() => leave(field.name)}
                  />
                  {field.name === object.title_field ? (
                    <Duplicates object={object} title={String(values[field.name] ?? '')} onOpen={onClose} />
                  ) : null}
                </div>
              ))}
            </fieldset>
          )
        })}
        {all || hidden === 0 ? null : (
          <Button variant="quiet" onClick={() => setAll(true)}>
            {t('engine.form.more', { count: hidden })}
          </Button>
        )}
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden>
          {t('action.create')}
        </button>
      </form>
    </Sheet>
  )
}
