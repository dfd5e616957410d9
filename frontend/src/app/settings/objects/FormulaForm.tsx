/** A formula: checked while it is typed, with what it would show on the records that were changed last. */

import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Banner, Button, Row, Rows, TextArea } from '@/design'
import { FieldValue } from '@/engine/fields/FieldValue'
import { ApiProblem, api, problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import type { FieldMeta, ObjectMeta } from '@/platform/types'
import classes from '../Settings.module.css'
import { ResultKind, setConfig } from './configs'
import type { PartProps } from './parts'

interface Trial {
  readonly field: FieldMeta
  readonly items: readonly { readonly id: string; readonly label: string | null; readonly value: unknown }[]
}

export function FormulaForm({ object, form }: PartProps) {
  const expr = String(form.values.config.expr ?? '')
  const result = String(form.values.config.result ?? 'number')
  const trial = useTrial(object, expr, result)
  return (
    <>
      <TextArea
        label={t('fields.config.expr')}
        description={t('fields.config.exprHelp')}
        autosize
        minRows={2}
        spellCheck={false}
        classNames={{ input: classes.code ?? '' }}
        value={expr}
        onChange={(event) => setConfig(form, 'expr', event.currentTarget.value)}
        error={trial.problem || (form.error('expr') ?? form.error('config'))}
      />
      <div className={classes.chips}>
        {object.fields
          .filter((field) => !UNUSABLE.has(field.kind))
          .map((field) => (
            <Button
              key={field.name}
              size="sm"
              onClick={() =>
                setConfig(form, 'expr', expr && !expr.endsWith(' ') ? `${expr} ${field.name}` : expr + field.name)
              }
            >
              {field.label}
            </Button>
          ))}
      </div>
      <ResultKind form={form} />
      {trial.found && <Found trial={trial.found} />}
    </>
  )
}

const UNUSABLE: ReadonlySet<string> = new Set(['json', 'file', 'image', 'rich_text', 'links', 'tags', 'multi_choice'])

function Found({ trial }: { readonly trial: Trial }) {
  if (trial.items.length === 0) return <Banner tone="good">{t('fields.formulaFine')}</Banner>
  return (
    <div aria-live="polite">
      <p className={classes.tileText}>{t('fields.formulaShows')}</p>
      <Rows>
        {trial.items.map((item) => (
          <Row key={item.id} end={<FieldValue field={trial.field} value={item.value} empty="–" />}>
            {item.label || '–'}
          </Row>
        ))}
      </Rows>
    </div>
  )
}

function useTrial(object: ObjectMeta, expr: string, result: string) {
  const [asked] = useDebouncedValue(expr.trim(), 250)
  const { data, error } = useQuery({
    queryKey: [...keys.meta, 'formula', object.name, asked, result],
    queryFn: ({ signal }) =>
      api.post<Trial>(`/meta/objects/${object.name}/formula`, { config: { expr: asked, result } }, { signal }),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    retry: false,
    staleTime: 10_000,
  })
  if (!asked) return { found: undefined, problem: '' }
  const wrong = error instanceof ApiProblem && error.status === 400
  return { found: error ? undefined : data, problem: wrong ? problemText(error) : '' }
}
