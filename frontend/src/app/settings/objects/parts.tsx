/** The parts of the field form that only some kinds have: an explicit map from part to form. */

import type { ComponentType } from 'react'
import { NumberInput, Select, TextInput } from '@/design'
import { t } from '@/platform/i18n'
import { useMeta } from '@/platform/meta'
import type { ObjectMeta } from '@/platform/types'
import type { Form } from '@/platform/useForm'
import { setConfig } from './configs'
import type { Draft } from './draft'
import { FormulaForm } from './FormulaForm'
import type { Part } from './kinds'
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
  formula: FormulaForm,
  rollup: RollupForm,
  file: FileLimits,
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

function FileLimits({ form }: PartProps) {
  return <ConfigNumber form={form} name="max_mb" max={1000} />
}
