/** A roll-up: which records that point here, and what to add up about them. */

import { lazy, Suspense, useState } from 'react'
import { Field, FormSkeleton, Select } from '@/design'
import { type Group, toFilter, toTree } from '@/engine/query/tree'
import type { Filter } from '@/engine/query/types'
import { t } from '@/platform/i18n'
import { useMeta } from '@/platform/meta'
import type { FieldKind, Json, ObjectMeta } from '@/platform/types'
import type { Form } from '@/platform/useForm'
import { setConfig } from './configs'
import type { Draft } from './draft'

const FilterPanel = lazy(() => import('@/engine/filter/FilterPanel').then((file) => ({ default: file.FilterPanel })))

const OPS = ['count', 'sum', 'avg', 'min', 'max'] as const
const NUMBERS: ReadonlySet<FieldKind> = new Set(['integer', 'number', 'percent', 'money', 'formula', 'rollup'])
const DATES: ReadonlySet<FieldKind> = new Set(['date', 'datetime'])
const POINTERS: ReadonlySet<FieldKind> = new Set(['link', 'parent'])

export interface RollupFormProps {
  readonly object: ObjectMeta
  readonly form: Form<Draft>
}

export function RollupForm({ object, form }: RollupFormProps) {
  const { objects } = useMeta()
  const { config } = form.values
  const of = String(config.of ?? '')
  const op = String(config.op ?? 'count')
  const child = objects.find((each) => each.name === of.split('.')[0])
  const change = (values: Draft['config']) => form.set('config', settled({ ...config, ...values }, child))
  return (
    <>
      <Select
        label={t('fields.config.of')}
        data={childrenOf(object.name, objects)}
        value={of || null}
        onChange={(value) => change({ of: value ?? '', field: '', where: '' })}
        error={form.error('of') ?? form.error('config')}
      />
      <Select
        label={t('fields.config.op')}
        allowDeselect={false}
        data={OPS.map((value) => ({ value, label: t(`fields.op.${value}`) }))}
        value={op}
        onChange={(value) => change({ op: value ?? 'count' })}
        error={form.error('op')}
      />
      {op !== 'count' && (
        <Select
          label={t('fields.config.field')}
          data={measures(child, op)}
          value={String(config.field ?? '') || null}
          onChange={(value) => change({ field: value ?? '' })}
          error={form.error('field')}
        />
      )}
      {child && <Where key={child.name} child={child} form={form} />}
    </>
  )
}

/** Only some of them: the same conditions as in a list. */
function Where({ child, form }: { readonly child: ObjectMeta; readonly form: Form<Draft> }) {
  const [tree, setTree] = useState(() => toTree(form.values.config.where as Filter | undefined))
  const change = (next: Group) => {
    setTree(next)
    setConfig(form, 'where', (toFilter(next) as Json | undefined) ?? '')
  }
  return (
    <Field label={t('fields.config.where')} help={t('fields.config.whereHelp')} error={form.error('where')}>
      <Suspense fallback={<FormSkeleton fields={1} />}>
        <FilterPanel object={child} tree={tree} onChange={change} />
      </Suspense>
    </Field>
  )
}

interface Choice {
  readonly value: string
  readonly label: string
}

/** Every link that points to this object, as "deal.account". */
function childrenOf(target: string, objects: readonly ObjectMeta[]): Choice[] {
  return objects.flatMap((object) =>
    object.fields
      .filter((field) => POINTERS.has(field.kind) && field.to === target)
      .map((field) => ({ value: `${object.name}.${field.name}`, label: `${object.plural} · ${field.label}` })),
  )
}

function measures(child: ObjectMeta | undefined, op: string): Choice[] {
  const alsoDates = op === 'min' || op === 'max'
  const fields = child?.fields ?? []
  return fields
    .filter((field) => NUMBERS.has(field.kind) || (alsoDates && DATES.has(field.kind)))
    .map((field) => ({ value: field.name, label: field.label }))
}

/** The kind of the result follows from what is added up. */
function settled(config: Draft['config'], child: ObjectMeta | undefined): Draft['config'] {
  if (config.op === 'count') return { ...config, field: '', result: 'integer' }
  const kind = child?.fields.find((field) => field.name === config.field)?.kind
  return { ...config, result: kind && kind !== 'formula' && kind !== 'rollup' ? kind : 'number' }
}
