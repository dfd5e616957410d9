/** The stages of a pipeline in their order: colour, name, how likely, how long a record may rest, how it ends. */

import { IconPlus } from '@tabler/icons-react'
import { Button, Field, MultiSelect, NativeSelect, NumberInput, OPTION_COLORS } from '@/design'
import { t } from '@/platform/i18n'
import type { ObjectMeta, OptionMeta } from '@/platform/types'
import { OptionRow } from '../objects/OptionRow'
import { OptionSorting } from '../objects/OptionSorting'
import { numberOf, type Outcome, outcomeOf, withOutcome, withSetting } from './model'
import classes from './pipelines.module.css'

const OUTCOMES: readonly Outcome[] = ['open', 'won', 'lost']

export interface StageTableProps {
  readonly object: ObjectMeta
  readonly stages: readonly OptionMeta[]
  readonly onChange: (stages: readonly OptionMeta[]) => void
  readonly error?: string | undefined
}

export function StageTable({ object, stages, onChange, error }: StageTableProps) {
  const add = () => {
    const end = stages.findIndex((stage) => outcomeOf(stage) !== 'open')
    const used = new Set(stages.map((stage) => stage.color))
    const color = OPTION_COLORS.find((each) => each !== 'gray' && !used.has(each)) ?? 'gray'
    onChange(stages.toSpliced(end < 0 ? stages.length : end, 0, { key: '', label: '', color }))
  }
  return (
    <Field label={t('pipelines.stages')} help={t('pipelines.stagesHelp')} error={error}>
      <OptionSorting options={stages} onChange={onChange}>
        {(stage, id, change) => (
          <OptionRow key={id} id={id} option={stage} onChange={change}>
            <StageSettings stage={stage} object={object} onChange={change} />
          </OptionRow>
        )}
      </OptionSorting>
      <Button size="sm" icon={<IconPlus size={14} />} onClick={add}>
        {t('pipelines.addStage')}
      </Button>
    </Field>
  )
}

interface StageSettingsProps {
  readonly stage: OptionMeta
  readonly object: ObjectMeta
  readonly onChange: (stage: OptionMeta) => void
}

function StageSettings({ stage, object, onChange }: StageSettingsProps) {
  const outcome = outcomeOf(stage)
  const needs = Array.isArray(stage.config?.needs) ? stage.config.needs.map(String) : []
  const fields = object.fields.filter((field) => !field.readonly && !field.required)
  const number = (name: 'probability' | 'stuck_after', max: number, suffix: string) => (
    <NumberInput
      size="xs"
      label={t(`pipelines.${name}`)}
      min={0}
      max={max}
      allowDecimal={false}
      hideControls
      suffix={suffix}
      value={numberOf(stage, name) ?? ''}
      onChange={(value) => onChange(withSetting(stage, name, value === '' ? undefined : Number(value)))}
    />
  )
  return (
    <div className={classes.settings}>
      <NativeSelect
        size="xs"
        label={t('pipelines.outcome')}
        value={outcome}
        data={OUTCOMES.map((value) => ({ value, label: t(`pipelines.outcome.${value}`) }))}
        onChange={(event) => onChange(withOutcome(stage, event.currentTarget.value as Outcome))}
      />
      {outcome === 'open' && number('probability', 100, ' %')}
      {outcome === 'open' && number('stuck_after', 3650, ` ${t('pipelines.days')}`)}
      <MultiSelect
        size="xs"
        label={t('pipelines.needs')}
        searchable
        placeholder={needs.length === 0 ? t('pipelines.nothing') : ''}
        data={fields.map((field) => ({ value: field.name, label: field.label }))}
        value={needs}
        onChange={(value) => onChange(withSetting(stage, 'needs', value))}
      />
    </div>
  )
}
