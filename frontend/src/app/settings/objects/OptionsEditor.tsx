/** The options of a choice: names, colours, order; an option in use is retired, not deleted. */

import { IconPlus } from '@tabler/icons-react'
import { Button, Field, OPTION_COLORS } from '@/design'
import { t } from '@/platform/i18n'
import type { OptionMeta } from '@/platform/types'
import { OptionRow } from './OptionRow'
import { OptionSorting } from './OptionSorting'

export interface OptionsEditorProps {
  readonly options: readonly OptionMeta[]
  readonly onChange: (options: readonly OptionMeta[]) => void
  readonly error?: string | undefined
}

export function OptionsEditor({ options, onChange, error }: OptionsEditorProps) {
  const add = () => onChange([...options, { key: '', label: '', color: nextColor(options) }])
  return (
    <Field label={t('fields.options')} help={t('fields.optionsHelp')} error={error}>
      <OptionSorting options={options} onChange={onChange}>
        {(option, id, change) => <OptionRow key={id} id={id} option={option} onChange={change} />}
      </OptionSorting>
      <Button size="sm" icon={<IconPlus size={14} />} onClick={add}>
        {t('fields.optionAdd')}
      </Button>
    </Field>
  )
}

function nextColor(options: readonly OptionMeta[]): string {
  const used = new Set(options.map((option) => option.color))
  return OPTION_COLORS.find((color) => color !== 'gray' && !used.has(color)) ?? 'gray'
}
