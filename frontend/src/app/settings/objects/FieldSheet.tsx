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
import { BlockingRows, KindChange } from './KindChange'
import { KindPicker } from './KindPicker'
import { STORED_KINDS } from './kinds'

export interface FieldSheetProps {
  readonly object: ObjectMeta
  /** null: a new one. */
  readonly field: FieldMeta | null
  readonly onClose: () => void
}

export function FieldSheet({ object, field, onClose }: FieldSheetProps) {
  const [kind, setKind] = useState<FieldKind | null>(field?.kind ?? null)
  if (kind) return <Details object={object} field={field} kind={kind} onClose={onClose} onKind={setKind} />
  return (
    <Sheet open onClose={onClose} title={t('fields.add')} size={520} tall bare>
      <KindPicker onPick={setKind} />
    </Sheet>
  )
}

interface DetailsProps extends FieldSheetProps {
  readonly kind: FieldKind
  readonly onKind: (kind: FieldKind | null) => void
}

function Details({ object, field, kind, onClose, onKind }: DetailsProps) {
  const form = useForm(draftOf(field, kind))
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    let job: string | null | undefined
    const done = await form.send(async (draft) => {
      const spec = specOf(draft, kind)
      if (!field) return addField(object.name, { ...spec, kind })
      const changed = await changeField(object.name, field.name, kind === field.kind ? spec : { ...spec, kind })
      job = changed?.job
      return changed
    })
    if (!done) return
    onClose()
    const said = field ? 'fields.saved' : 'fields.added'
    toast({ text: t(job ? 'fields.converting' : said, { label: form.values.label }), tone: 'good' })
  }
  const footer = (
    <>
      {field ? (
        <Button onClick={onClose}>{t('action.cancel')}</Button>
      ) : (
        <Button onClick={() => onKind(null)}>{t('fields.otherKind')}</Button>
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
        <BlockingRows object={object} failure={form.failure} />
        {field?.custom && STORED_KINDS.includes(field.kind) && <KindChange kind={kind} onKind={onKind} />}
        <FieldForm object={object} field={field} kind={kind} form={form} />
      </form>
    </Sheet>
  )
}
