/** One column of the file: its first cells, the field it fills, and what must be known to read it. */

import { IconArrowRight } from '@tabler/icons-react'
import { Select, Switch } from '@/design'
import { findField } from '@/engine/meta/paths'
import { t } from '@/platform/i18n'
import { useMeta } from '@/platform/meta'
import type { FieldMeta, ObjectMeta } from '@/platform/types'
import classes from './exchange.module.css'
import {
  CHOICES,
  type ColumnDraft,
  changeColumn,
  chooseField,
  DATES,
  exampleOf,
  LINKS,
  type MappingDraft,
  matchFields,
  NUMBERS,
  strangeWords,
  targetOf,
  targets,
} from './mapping'
import type { FileColumn } from './types'

interface ColumnRowProps {
  readonly object: ObjectMeta
  readonly column: FileColumn
  readonly draft: MappingDraft
  readonly each: ColumnDraft
  readonly onChange: (draft: MappingDraft) => void
}

const SHOWN = 3

export function ColumnRow(props: ColumnRowProps) {
  const { object, column, draft, each, onChange } = props
  const field = each.field ? findField(object, each.field) : undefined
  const samples = column.samples.filter((sample) => sample !== null && sample !== '').slice(0, SHOWN)
  return (
    <div className={classes.column} data-left-out={each.field === null || undefined}>
      <div className={classes.source}>
        <strong>{column.name || t('exchange.no_name')}</strong>
        <span className={classes.samples}>{samples.join(' · ') || t('exchange.no_samples')}</span>
      </div>
      <IconArrowRight size={16} className={classes.arrow} aria-hidden />
      <div className={classes.target}>
        <Select
          aria-label={t('exchange.field_for', { column: column.name })}
          data={[...targets(object, (field, part) => t(`exchange.part.${part}`, { field }))]}
          value={targetOf(each)}
          clearable
          searchable
          placeholder={t('exchange.leave_out')}
          onChange={(target) => onChange(chooseField(draft, column, target))}
        />
        {field && each.part === '' ? <How {...props} field={field} /> : null}
      </div>
    </div>
  )
}

function How(props: ColumnRowProps & { field: FieldMeta }) {
  const { field } = props
  if (DATES.has(field.kind)) return <DateFormat {...props} />
  if (NUMBERS.has(field.kind) && props.column.samples.some((sample) => /[.,]/.test(sample ?? '')))
    return <Decimal {...props} />
  if (LINKS.has(field.kind)) return <LinkMatch {...props} />
  return CHOICES.has(field.kind) ? <OptionMatch {...props} /> : null
}

const FORMATS = ['%Y-%m-%d', '%d.%m.%Y', '%d/%m/%Y', '%m/%d/%Y', '%Y/%m/%d', '%Y年%m月%d日', '%d %b %Y']

function DateFormat({ column, draft, each, onChange }: ColumnRowProps) {
  const fitting = column.guess?.formats ?? []
  const data = [...new Set([...fitting, ...(each.format ? [each.format] : []), ...(fitting.length > 0 ? [] : FORMATS)])]
  return (
    <Select
      aria-label={t('exchange.date_format', { column: column.name })}
      data={data.map((value) => ({ value, label: exampleOf(value) }))}
      value={each.format}
      description={fitting.length > 1 ? t('exchange.date_ambiguous') : undefined}
      placeholder={t('exchange.date_iso')}
      clearable
      onChange={(format) => onChange(changeColumn(draft, each.column, { format }))}
    />
  )
}

function Decimal({ column, draft, each, onChange }: ColumnRowProps) {
  return (
    <Select
      aria-label={t('exchange.decimal', { column: column.name })}
      data={[
        { value: '.', label: '1,234.56' },
        { value: ',', label: '1.234,56' },
      ]}
      value={each.decimal}
      allowDeselect={false}
      onChange={(decimal) => onChange(changeColumn(draft, each.column, { decimal: decimal ?? '.' }))}
    />
  )
}

function LinkMatch({ column, draft, each, onChange, field }: ColumnRowProps & { field: FieldMeta }) {
  const meta = useMeta()
  const ways = matchFields(meta, field)
  const to = meta.objects.find((object) => object.name === field.to)
  return (
    <>
      <Select
        aria-label={t('exchange.match', { column: column.name })}
        data={[
          ...ways.map((way) => ({ value: way.name, label: t('exchange.match_by', { field: way.label }) })),
          { value: 'id', label: t('exchange.match_by', { field: 'ID' }) },
        ]}
        value={each.match ?? ways[0]?.name ?? 'id'}
        allowDeselect={false}
        onChange={(match) => onChange(changeColumn(draft, each.column, { match }))}
      />
      {to?.rights.create && each.match !== 'id' ? (
        <Switch
          label={t('exchange.create_missing', { objects: to.plural })}
          checked={each.createMissing}
          onChange={(event) =>
            onChange(changeColumn(draft, each.column, { createMissing: event.currentTarget.checked }))
          }
        />
      ) : null}
    </>
  )
}

function OptionMatch({ column, draft, each, onChange, field }: ColumnRowProps & { field: FieldMeta }) {
  const words = [...new Set([...strangeWords(column, field), ...Object.keys(each.options)])]
  const data = (field.options ?? [])
    .filter((option) => !option.retired)
    .map(({ key, label }) => ({ value: key, label }))
  const choose = (word: string, key: string | null): void => {
    const { [word]: _, ...rest } = each.options
    onChange(changeColumn(draft, each.column, { options: key === null ? rest : { ...rest, [word]: key } }))
  }
  return words.map((word) => (
    <div key={word} className={classes.word}>
      <span className={classes.wordText}>“{word}”</span>
      <Select
        aria-label={t('exchange.option_for', { word })}
        data={data}
        value={each.options[word] ?? null}
        clearable
        placeholder={t('exchange.option_unknown')}
        onChange={(key) => choose(word, key)}
      />
    </div>
  ))
}
