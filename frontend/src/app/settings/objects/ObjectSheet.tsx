/** Adding an object, or changing how one is called. */

import { useNavigate } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { Banner, Button, Sheet, Switch, TextInput, toast } from '@/design'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import { useForm } from '@/platform/useForm'
import classes from '../Settings.module.css'
import { addObject, changeObject } from './design'
import { IconPicker } from './IconPicker'

export interface ObjectSheetProps {
  readonly object?: ObjectMeta
  readonly onClose: () => void
}

export function ObjectSheet({ object, onClose }: ObjectSheetProps) {
  const navigate = useNavigate()
  const form = useForm({
    label: object?.label ?? '',
    plural: object?.plural ?? '',
    icon: object?.icon ?? 'box',
    owned: object?.owned ?? true,
  })
  const { values } = form
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { owned, ...names } = values
    const done = await form.send(async () => {
      if (object) return changeObject(object.name, names)
      const added = await addObject({ ...names, plural: names.plural || names.label, owned })
      return navigate({ to: '/settings/objects/$name', params: { name: added.name } })
    })
    if (!done) return
    onClose()
    toast({ text: t(object ? 'objects.saved' : 'objects.added', { label: values.label }), tone: 'good' })
  }
  const footer = (
    <>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button type="submit" form="object-form" variant="primary" loading={form.busy} disabled={!values.label.trim()}>
        {t(object ? 'action.save' : 'action.create')}
      </Button>
    </>
  )
  return (
    <Sheet open onClose={onClose} title={t(object ? 'objects.edit' : 'objects.add')} footer={footer}>
      <form id="object-form" className={classes.form} onSubmit={submit}>
        {form.problem && <Banner tone="danger">{form.problem}</Banner>}
        <TextInput
          label={t('objects.label')}
          description={t('objects.labelHelp')}
          value={values.label}
          onChange={(event) => form.set('label', event.currentTarget.value)}
          error={form.error('label') ?? form.error('name')}
          data-autofocus
        />
        <TextInput
          label={t('objects.plural')}
          value={values.plural}
          placeholder={values.label}
          onChange={(event) => form.set('plural', event.currentTarget.value)}
          error={form.error('plural')}
        />
        <IconPicker value={values.icon} onChange={(icon) => form.set('icon', icon)} />
        {!object && (
          <Switch
            label={t('objects.owned')}
            description={t('objects.ownedHelp')}
            checked={values.owned}
            onChange={(event) => form.set('owned', event.currentTarget.checked)}
          />
        )}
      </form>
    </Sheet>
  )
}
