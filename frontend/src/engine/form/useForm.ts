/** The life of a form: typed into, checked as one goes, sent, told what the server thinks of it. */

import { useCallback, useMemo, useState } from 'react'
import { ApiProblem, problemText } from '@/platform/api'
import type { FieldMeta, ObjectMeta, Rec } from '@/platform/types'
import { isRequired, isVisible } from './conditions'
import { type FormValues, type Problems, problemsOf, setValue } from './values'

interface FormOptions {
  readonly object: ObjectMeta
  /** All that the form may show; conditions decide which of them it shows now. */
  readonly fields: readonly FieldMeta[]
  readonly initial: FormValues
  readonly onSave: (values: FormValues) => Promise<Rec | null>
  readonly onSaved: (rec: Rec) => void
}

export function useForm({ object, fields: all, initial, onSave, onSaved }: FormOptions) {
  const [values, setValues] = useState(initial)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<Problems>({})
  const [failure, setFailure] = useState<string>()
  const [busy, setBusy] = useState(false)
  const fields = useMemo(() => fieldsNow(all, values), [all, values])
  const wrong = useMemo(() => problemsOf(fields, values), [fields, values])

  const change = useCallback(
    (name: string, value: unknown) => {
      setValues((present) => setValue(object, present, name, value))
      setRefused(({ [name]: _, ...rest }) => rest)
    },
    [object],
  )
  const leave = useCallback((name: string) => setLeft((present) => new Set([...present, name])), [])
  const submit = async (): Promise<void> => {
    setLeft(new Set(fields.map((field) => field.name)))
    setFailure(undefined)
    if (busy || Object.keys(wrong).length > 0) return
    setBusy(true)
    try {
      const saved = await onSave(withoutHidden(all, fields, values))
      if (saved) onSaved(saved)
    } catch (error) {
      const named = error instanceof ApiProblem ? (error.fields ?? {}) : {}
      setRefused(Object.fromEntries(Object.entries(named).map(([name, problem]) => [name, problem.message])))
      const here = new Set(fields.map((field) => field.name))
      if (Object.keys(named).length === 0 || Object.keys(named).some((name) => !here.has(name))) {
        setFailure(problemText(error))
      }
    } finally {
      setBusy(false)
    }
  }
  const errorOf = (name: string): string | undefined => refused[name] ?? (left.has(name) ? wrong[name] : undefined)
  return {
    fields,
    values,
    change,
    replace: setValues,
    leave,
    submit,
    errorOf,
    failure,
    busy,
    dirty: values !== initial,
  }
}

/** The fields that their conditions show now, each as required as it is now. */
function fieldsNow(all: readonly FieldMeta[], values: FormValues): readonly FieldMeta[] {
  return all
    .filter((field) => isVisible(field, values))
    .map((field) => (isRequired(field, values) === Boolean(field.required) ? field : { ...field, required: true }))
}

/** What a condition has hidden again is not sent. */
function withoutHidden(all: readonly FieldMeta[], shown: readonly FieldMeta[], values: FormValues): FormValues {
  const names = new Set(shown.map((field) => field.name))
  const hidden = new Set(all.filter((field) => !names.has(field.name)).map((field) => field.name))
  return hidden.size === 0 ? values : Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.has(name)))
}

/** Brings the first field that is wrong into sight and into focus. */
export function focusFirstProblem(form: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const first = form?.querySelector<HTMLElement>('[data-invalid]')
    first?.scrollIntoView({ block: 'center' })
    first?.querySelector<HTMLElement>('input, textarea, button, [contenteditable]')?.focus({ preventScroll: true })
  })
}
