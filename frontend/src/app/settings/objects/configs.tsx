/** What several parts of the field form share: setting one member of the config, and the kind of a result. */

import { Select } from '@/design'
import { t } from '@/platform/i18n'
import type { Json } from '@/platform/types'
import type { Form } from '@/platform/useForm'
import type { Draft } from './draft'
import { RESULT_KINDS } from './kinds'

/** Sets one member of the config. */
export function setConfig(form: Form<Draft>, name: string, value: Json): void {
  form.set('config', { ...form.values.config, [name]: value })
}

export function ResultKind({ form }: { readonly form: Form<Draft> }) {
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
