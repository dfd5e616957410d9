/** The parts of the field form that only some kinds have: an explicit map from part to form. */

import type { ComponentType } from 'react'
import { NumberInput, Select, TextArea, TextInput } from '@/design'
import { t } from '@/platform/i18n'
import { useMeta } from '@/platform/meta'
import type { Json, ObjectMeta } from '@/platform/types'
import type { Form } from '@/platform/useForm'
import classes from '../Settings.module.css'
import type { Draft } from './draft'
import { type Part, RESULT_KINDS } from './kinds'
import { OptionsEditor } from './OptionsEditor'
import { RollupForm } from './RollupForm'

export interface PartProps {
  readonly object: ObjectMeta
  readonly isNew: boolean
  readonly form: Form<Draft>
}

export const PARTS: Readonly<Record<Part, ComponentType<PartProps>>> = {
  max: Max,
  decimals: Decimals,
  options: Options,
  target: Target,
  format: Format,
  formula: Formula,
  rollup: RollupForm,
  file: FileLimits,
}

/** Sets one member of the config. */
export function setConfig(form: Form<Draft>, name: string, value: Json): void {
  form.set('config', { ...form.values.config, [name]: value })
}

function ConfigNumber({
  form,
  name,
  max,
}: {
  readonly form: Form<Draft>
  readonly name: string
  readonly max: number
}) {
  const value = form.values.config[name]
  return (
    <NumberInput
      label={t(`fields.config.${name}`)}
      description={t(`fields.config.${name}Help`)}
      min={0}
      max={max}
      allowDecimal={false}
      value={typeof value === 'number' ? value : ''}
      onChange={(next) => setConfig(form, name, next === '' ? '' : Number(next))}
      error={form.error(name)}
    />
  )
}

function Max({ form }: PartProps) {
  return <ConfigNumber form={form} name="max" max={10_000} />
}

function Decimals({ form }: PartProps) {
  return <ConfigNumber form={form} name="decimals" max={8} />
}

function Options({ form }: PartProps) {
  return (
    <OptionsEditor
      options={form.values.options}
      onChange={(options) => form.set('options', options)}
      error={form.error('options')}
    />
  )
}

/** The object a link points to; it cannot change afterwards, records already point there. */
function Target({ form, isNew }: PartProps) {
  const objects = useMeta().objects
  return (
    <Select
      label={t('fields.target')}
      description={isNew ? undefined : t('fields.targetFixed')}
      searchable
      disabled={!isNew}
      data={objects.map((object) => ({ value: object.name, label: object.label }))}
      value={form.values.to || null}
      onChange={(value) => form.set('to', value ?? '')}
      error={form.error('to')}
    />
  )
}

function Format({ form }: PartProps) {
  const format = String(form.values.config.format ?? '')
  return (
    <TextInput
      label={t('fields.config.format')}
      description={t('fields.config.formatHelp', { example: exampleOf(format) })}
      value={format}
      onChange={(event) => setConfig(form, 'format', event.currentTarget.value)}
      error={form.error('format') ?? form.error('config')}
    />
  )
}

/** What the 42nd record will be called. */
export function exampleOf(format: string): string {
  return format.replace(/\{0(?::0(\d+)d)?\}/, (_, width?: string) => '42'.padStart(Number(width ?? 0), '0'))
}

function Formula({ form }: PartProps) {
  const expr = form.values.config.expr
  return (
    <>
      <TextArea
        label={t('fields.config.expr')}
        description={t('fields.config.exprHelp')}
        autosize
        minRows={2}
        spellCheck={false}
        classNames={{ input: classes.code ?? '' }}
        value={typeof expr === 'string' ? expr : ''}
        onChange={(event) => setConfig(form, 'expr', event.currentTarget.value)}
        error={form.error('expr') ?? form.error('config')}
      />
      <ResultKind form={form} />
    </>
  )
}

export function ResultKind({ form }: Pick<PartProps, 'form'>) {
  return (
    <Select
      label={t('fields.config.result')}
      allowDeselect={false}
      data={RESULT_KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
      value={String(form.values.config.result ?? 'number')}
      onChange={(value) => setConfig(form, 'result', value ?? 'number')}
      error={form.error('result')}
    />
  )
}

function FileLimits({ form }: PartProps) {
  return <ConfigNumber form={form} name="max_mb" max={1000} />
}
