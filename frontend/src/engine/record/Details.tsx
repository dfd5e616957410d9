/** The fields of a record in the sections of its layout, each edited where it stands. */

import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { Card, IconButton } from '@/design'
import { t } from '@/platform/i18n'
import type { FieldMeta, ObjectMeta, Rec } from '@/platform/types'
import { findField } from '../meta/paths'
import { HistoryDialog } from './HistoryDialog'
import { InlineField } from './InlineField'
import classes from './record.module.css'
import { useSectionTabs } from './sectionTabs'

interface Group {
  readonly name: string
  readonly label: string
  readonly tab: string
  readonly fields: readonly FieldMeta[]
}

export function Details({ object, rec }: { object: ObjectMeta; rec: Rec }) {
  const [history, setHistory] = useState<FieldMeta>()
  const { bar, shown } = useSectionTabs(groupsOf(object))
  return (
    <>
      {bar}
      {shown.map((group) => (
        <Card key={group.name} title={group.label} className={classes.section}>
          <dl className={classes.fields}>
            {group.fields.map((field) => (
              <div key={field.name} className={classes.field} data-long={LONG.has(field.kind) || undefined}>
                <dt className={classes.label}>
                  <span title={field.help || undefined}>{field.label}</span>
                  <IconButton
                    size="sm"
                    className={classes.history}
                    label={t('engine.history.of', { field: field.label })}
                    onClick={() => setHistory(field)}
                  >
                    <IconHistory size={14} />
                  </IconButton>
                </dt>
                <dd className={classes.fieldValue}>
                  <InlineField object={object} rec={rec} field={field} />
                </dd>
              </div>
            ))}
          </dl>
        </Card>
      ))}
      {history ? (
        <HistoryDialog object={object} id={rec.id} field={history} onClose={() => setHistory(undefined)} />
      ) : null}
    </>
  )
}

const LONG: ReadonlySet<string> = new Set(['long_text', 'rich_text', 'json', 'image', 'address'])
const SYSTEM: ReadonlySet<string> = new Set(['created_at', 'created_by', 'updated_at', 'updated_by'])

/** The layout's sections, then what it leaves out, then who made the record and when. */
function groupsOf(object: ObjectMeta): readonly Group[] {
  const sections = (object.layout?.sections ?? []).map(({ name, label, tab = '', fields }) => ({
    name,
    label,
    tab,
    fields: fields.flatMap((each) => findField(object, each) ?? []),
  }))
  const placed = new Set(sections.flatMap((section) => section.fields.map((field) => field.name)))
  const rest = object.fields.filter((field) => !placed.has(field.name) && !SYSTEM.has(field.name))
  const system = object.fields.filter((field) => SYSTEM.has(field.name))
  const last = sections.at(-1)?.tab ?? ''
  return [
    ...sections,
    {
      name: '_rest',
      tab: last,
      label: t(sections.length > 0 ? 'engine.record.more' : 'engine.record.details'),
      fields: rest,
    },
    { name: '_system', tab: last, label: t('engine.record.system'), fields: system },
  ].filter((group) => group.fields.length > 0)
}
