/** Which column fills which field, and how its cells are read. */

import { lazy, Suspense, useState } from 'react'
import { Banner, Button, Card, Field, FormSkeleton, SegmentedControl, Select } from '@/design'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import { ColumnRow } from './ColumnRow'
import classes from './exchange.module.css'
import {
  isRemembered,
  keyFields,
  LINKS,
  type MappingDraft,
  setConstant,
  startDraft,
  toMapping,
  unfilled,
} from './mapping'
import { Reading } from './Reading'
import type { ImportFile, Mode } from './types'
import { useImportable } from './UploadStep'
import { useImportActs } from './useImport'

/** The inputs of every kind of field are heavy; the columns can be read before they are there. */
const Constants = lazy(() => import('./Constants').then((loaded) => ({ default: loaded.Constants })))

interface MapStepProps {
  readonly file: ImportFile
  readonly object: ObjectMeta | undefined
  readonly onObject: (name: string) => void
  readonly onChecked: () => void
}

export function MapStep({ file, object, onObject, onChecked }: MapStepProps) {
  const choices = useImportable()
  return (
    <div className={classes.stack}>
      <Card title={t('exchange.file', { name: file.name, count: file.rows })}>
        <div className={classes.facts}>
          <Field label={t('exchange.what')} id="import-object">
            <Select
              id="import-object"
              data={choices}
              value={object?.name ?? null}
              allowDeselect={false}
              searchable
              placeholder={t('exchange.what_choose')}
              onChange={(name) => name && onObject(name)}
            />
          </Field>
          <Reading file={file} />
        </div>
      </Card>
      {object ? <Columns file={file} object={object} onChecked={onChecked} /> : null}
    </div>
  )
}

function Columns({ file, object, onChecked }: { file: ImportFile; object: ObjectMeta; onChecked: () => void }) {
  const [draft, setDraft] = useState(() => withGaps(startDraft(file, object), object))
  const { check } = useImportActs(file.id)
  const missing = unfilled(draft, object)
  const mapped = draft.columns.filter((column) => column.field !== null).length
  const incomplete = mapped === 0 || (draft.mode !== 'create' && draft.key === null)
  return (
    <>
      {isRemembered(file, object) ? <Banner>{t('exchange.remembered')}</Banner> : null}
      <Card title={t('exchange.columns', { mapped, count: file.columns.length })} flush>
        <div className={classes.columns}>
          {file.columns.map((column, index) => {
            const each = draft.columns[index]
            return each ? (
              <ColumnRow
                key={column.name}
                object={object}
                column={column}
                draft={draft}
                each={each}
                onChange={setDraft}
              />
            ) : null
          })}
        </div>
      </Card>
      <Card title={t('exchange.same')}>
        <Suspense fallback={<FormSkeleton />}>
          <Constants object={object} draft={draft} onChange={setDraft} />
        </Suspense>
      </Card>
      <Card title={t('exchange.doubles')}>
        <Doubles object={object} draft={draft} onChange={setDraft} />
      </Card>
      {missing.length > 0 ? (
        <Banner tone="warn">
          {t('exchange.unfilled', { fields: missing.map((field) => field.label).join(', ') })}
        </Banner>
      ) : null}
      <div className={classes.actions}>
        <Button
          variant="primary"
          loading={check.isPending}
          disabled={incomplete}
          onClick={() => check.mutate(toMapping(draft, object), { onSuccess: onChecked })}
        >
          {t('exchange.check')}
        </Button>
        <span className={classes.soft}>{t('exchange.check_hint')}</span>
      </div>
    </>
  )
}

/** What must be filled and no column fills is asked for at once. */
const withGaps = (draft: MappingDraft, object: ObjectMeta): MappingDraft =>
  unfilled(draft, object)
    .filter((field) => !LINKS.has(field.kind))
    .reduce((made, field) => setConstant(made, field.name, null), draft)

interface DoublesProps {
  readonly object: ObjectMeta
  readonly draft: MappingDraft
  readonly onChange: (draft: MappingDraft) => void
}

const MODES: readonly Mode[] = ['create', 'upsert', 'update']

/** What happens when a record is there already. */
function Doubles({ object, draft, onChange }: DoublesProps) {
  const fields = keyFields(draft, object)
  const usual = draft.key ?? fields[0]?.name ?? null
  return (
    <div className={classes.facts}>
      <SegmentedControl
        aria-label={t('exchange.doubles')}
        data={MODES.map((mode) => ({
          value: mode,
          label: t(`exchange.mode.${mode}`),
          disabled: mode !== 'create' && fields.length === 0,
        }))}
        value={draft.mode}
        onChange={(mode) => onChange({ ...draft, mode: mode as Mode, key: mode === 'create' ? null : usual })}
      />
      {draft.mode === 'create' ? null : (
        <Field label={t('exchange.key')} id="import-key">
          <Select
            id="import-key"
            data={fields.map((field) => ({ value: field.name, label: field.label }))}
            value={draft.key}
            allowDeselect={false}
            onChange={(key) => onChange({ ...draft, key })}
          />
        </Field>
      )}
    </div>
  )
}
