/** The fields of a record in the sections of its layout, each edited where it stands. */

import { lazy, Suspense, useState } from 'react'
import { Card } from '@/design'
import { t } from '@/platform/i18n'
import type { FieldMeta, ObjectMeta, Rec } from '@/platform/types'
import { isVisible } from '../form/conditions'
import { findField } from '../meta/paths'
import { FieldStory } from './FieldStory'
import { InlineField } from './InlineField'
import classes from './record.module.css'
import { useSectionTabs } from './sectionTabs'

const HistoryDialog = lazy(() => import('./HistoryDialog').then((file) => ({ default: file.HistoryDialog })))

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
            {group.fields
              .filter((field) => isVisible(field, rec))
              .map((field) => (
                <OneField
                  key={field.name}
                  object={object}
                  rec={rec}
                  field={field}
                  onHistory={() => setHistory(field)}
                />
              ))}
          </dl>
        </Card>
      ))}
      {history ? (
        <Suspense>
          <HistoryDialog object={object} id={rec.id} field={history} onClose={() => setHistory(undefined)} />
        </Suspense>
      ) : null}
    </>
  )
}

interface OneFieldProps {
  readonly object: ObjectMeta
  readonly rec: Rec
  readonly field: FieldMeta
  readonly onHistory: () => void
}

function OneField({ object, rec, field, onHistory }: OneFieldProps) {
  const [near, setNear] = useState(false)
  return (
    <div
      className={classes.field}
      data-long={LONG.has(field.kind) || undefined}
      onPointerEnter={(event) => setNear(event.pointerType === 'mouse')}
    >
      <dt className={classes.label}>
        <span title={field.help || undefined}>{field.label}</span>
        <FieldStory object={object} rec={rec} field={field} near={near} onOpen={onHistory} />
      </dt>
      <dd className={classes.fieldValue}>
        <InlineField object={object} rec={rec} field={field} />
      </dd>
    </div>
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
