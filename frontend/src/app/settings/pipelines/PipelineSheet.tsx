/** One pipeline: its name and its stages, each with what it means. */

import { type FormEvent, useState } from 'react'
import { Banner, Button, Sheet, Switch, TextInput, toast } from '@/design'
import { t } from '@/platform/i18n'
import type { OptionMeta } from '@/platform/types'
import { useForm } from '@/platform/useForm'
import { changeField } from '../objects/design'
import { withKeys } from '../objects/draft'
import classes from '../Settings.module.css'
import { faultOf, replaced, stagesOf, withOutcome, withSetting } from './model'
import type { Editing } from './Pipelines'
import { StageTable } from './StageTable'

interface PipelineSheetProps extends Editing {
  readonly onClose: () => void
}

export function PipelineSheet({ track, line, onClose }: PipelineSheetProps) {
  const { object, stages: field, lines } = track
  const options = field.options ?? []
  const [start] = useState(() => (line ? stagesOf(options, lines, line.key) : firstStages()))
  const form = useForm({ label: line?.label ?? '', retired: line?.retired ?? false, options: start })
  const { values } = form
  const fault = faultOf(values.options)
  const named = Boolean(values.label.trim())
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const done = await form.send(async () => {
      const key = lines ? await keepLine(values.label.trim(), values.retired) : ''
      const own = lines ? values.options.map((option) => withSetting(option, lines.name, key)) : values.options
      await changeField(object.name, field.name, { options: withKeys(replaced(options, lines, key, own)) })
    })
    if (!done) return
    onClose()
    toast({ text: t('pipelines.saved', { name: values.label }), tone: 'good' })
  }
  /** The pipeline itself is an option too; returns its key. */
  const keepLine = async (label: string, retired: boolean): Promise<string> => {
    const known = lines?.options ?? []
    const next = line
      ? known.map((each) => (each.key === line.key ? { ...each, label, retired } : each))
      : withKeys([...known, { key: '', label, color: 'blue' }])
    const changed = !line || line.label !== label || (line.retired ?? false) !== retired
    if (lines && changed) await changeField(object.name, lines.name, { options: next })
    return line?.key ?? next.at(-1)?.key ?? ''
  }
  const footer = (
    <>
      <Button onClick={onClose}>{t('action.cancel')}</Button>
      <Button
        type="submit"
        form="pipeline-form"
        variant="primary"
        loading={form.busy}
        disabled={!named || fault !== undefined}
      >
        {t('action.save')}
      </Button>
    </>
  )
  return (
    <Sheet
      open
      onClose={onClose}
      title={line ? line.label : t('pipelines.add')}
      size={760}
      tall
      footer={footer}
      closeOnClickOutside={false}
    >
      <form id="pipeline-form" className={classes.form} onSubmit={submit}>
        {form.problem && <Banner tone="danger">{form.problem}</Banner>}
        {lines && (
          <TextInput
            label={t('pipelines.name')}
            value={values.label}
            onChange={(event) => form.set('label', event.currentTarget.value)}
            data-autofocus
          />
        )}
        <StageTable
          object={object}
          stages={values.options}
          onChange={(next) => form.set('options', next)}
          error={form.error('options')}
        />
        {fault && <Banner tone="warn">{t(fault)}</Banner>}
        {lines && line && (
          <Switch
            label={t('pipelines.retire')}
            description={t('pipelines.retireHelp')}
            checked={values.retired}
            onChange={(event) => form.set('retired', event.currentTarget.checked)}
          />
        )}
      </form>
    </Sheet>
  )
}

/** A new pipeline has a beginning and both ends: it works at once. */
function firstStages(): readonly OptionMeta[] {
  const stage = (name: string, color: string): OptionMeta => ({ key: '', label: t(`pipelines.${name}`), color })
  return [
    withSetting(stage('first', 'blue'), 'probability', 20),
    withOutcome(stage('won', 'green'), 'won'),
    withOutcome(stage('lost', 'red'), 'lost'),
  ]
}
