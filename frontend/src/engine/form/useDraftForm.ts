/** A form for a new record that outlives a reload: what is typed is kept on this device until it is saved or discarded. */

import { useEffect, useMemo, useState } from 'react'
import type { ObjectMeta, Rec } from '@/platform/types'
import { clearDraft, keepDraft, readDraft } from './draft'
import { useForm } from './useForm'
import { type FormValues, firstFields, formGroups } from './values'

interface DraftFormOptions {
  readonly object: ObjectMeta
  readonly initial: FormValues
  readonly given: FormValues
  readonly onSave: (values: FormValues) => Promise<Rec | null>
  readonly onSaved: (rec: Rec) => void
}

export type DraftForm = ReturnType<typeof useDraftForm>

export function useDraftForm({ object, initial, given, onSave, onSaved }: DraftFormOptions) {
  const key = `create.${object.name}`
  const [draft] = useState(() => readDraft<FormValues>(key))
  const [start] = useState<FormValues>(() => (draft ? { ...draft, ...given } : initial))
  const groups = useMemo(() => formGroups(object), [object])
  const all = useMemo(() => groups.flatMap((group) => group.fields), [groups])
  const first = useMemo(() => firstFields(object, given), [object, given])
  const form = useForm({
    object,
    fields: all,
    initial: start,
    onSave,
    onSaved: (rec) => {
      clearDraft(key)
      onSaved(rec)
    },
  })
  const { dirty, values, fields } = form
  useEffect(() => {
    if (dirty) keepDraft(key, values)
  }, [dirty, key, values])
  const now = new Map(fields.map((field) => [field.name, field]))
  return {
    ...form,
    groups: groups.map((group) => ({ ...group, fields: group.fields.flatMap(({ name }) => now.get(name) ?? []) })),
    first,
    restored: draft !== undefined,
    unsaved: dirty || draft !== undefined,
    forget: () => clearDraft(key),
  }
}
