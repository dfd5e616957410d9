/** Adding a field: first what kind, then how it is called and what is asked of it. Changing one: the same form. */

import { type FormEvent, useState } from 'react'
import { Banner, Button, Sheet, toast } from '@/design'
import { t } from '@/platform/i18n'
import type { FieldKind, FieldMeta, ObjectMeta } from '@/platform/types'
import { useForm } from '@/platform/useForm'
import classes from '../Settings.module.css'
import { addField, changeField } from './design'
import { draftOf, specOf } from './draft'
import { FieldForm } from './FieldForm'
import { KindPicker } from './KindPicker'

export interface FieldSheetProps {
  readonly object: ObjectMeta
  /** null: a new one. */
  readonly field: FieldMeta | null
  readonly onClose: () => void
}

export function FieldSheet({ object, field, onClose }: FieldSheetProps) {
  const [kind, setKind] = useState<FieldKind | null>(field?.kind ?? null)
  if (kind) return <Details object={object} field={field} kind={kind} onClose={onClose} onBack={() => setKind(null)} />
  return (
    <Sheet open onClose={onClose} title={t('fields.add')} size={520} tall bare>
      <KindPicker onPick={setKind} />
    </Sheet>
  )
}

interface DetailsProps extends FieldSheetProps {
  readonly kind: FieldKind
  readonly onBack: () => void
}

function Details({ object, field, kind, onClose, onBack }: DetailsProps) {
  const form = useForm(draftOf(field, kind))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const done = await form.send((draft) => {
      const spec = specOf(draft, kind)
      return field ? changeField(object.name, field.name, spec) : addField(object.name, { ...spec, kind })
    })
    if (!done) return
    onClose()
    toast({ text: t(field ? 'fields.saved' : 'fields.added', { label: form.values.label }), tone: 'good' })
  }
  const footer = (
    <>
      {field ? (
        <Button onClick={onClose}>{t('action.cancel')}</Button>
      ) : (
        <Button onClick={onBack}>{t('fields.otherKind')}</Button>
      )}
      <Button
        type="submit"
        form="field-form"
        variant="primary"
        loading={form.busy}
        disabled={!form.values.label.trim()}
      >
        {t(field ? 'action.save' : 'fields.add')}
      </Button>
    </>
  )
  const title = field ? field.label : t('fields.new', { kind: t(`kind.${kind}`) })
  return (
    <Sheet open onClose={onClose} title={title} size={520} tall footer={footer} closeOnClickOutside={false}>
      <form id="field-form" className={classes.form} onSubmit={submit}>
        {form.problem && <Banner tone="danger">{form.problem}</Banner>}
        <FieldForm object={object} field={field} kind={kind} form={form} />
      </form>
    </Sheet>
  )
}
