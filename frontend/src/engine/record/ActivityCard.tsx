/** Something that happened beside a record: a note, a call, a task, as its own card, with what was said. */

import { Link } from '@tanstack/react-router'
import { Checkbox, ObjectIcon } from '@/design'
import { t } from '@/platform/i18n'
import { titleOf, useObject } from '@/platform/meta'
import { recordPath } from '@/platform/paths'
import type { Change, FieldMeta, ObjectMeta, Rec } from '@/platform/types'
import { saveRecord } from '../data/save'
import { useRec } from '../data/store'
import { FieldValue } from '../fields/FieldValue'
import { isWritable } from '../meta/paths'
import { isEmpty } from '../store/entry'
import { doneField, shortForm } from './sayings'
import classes from './timeline.module.css'

export function ActivityCard({ change }: { change: Change }) {
  const target = change.record
  const home = useObject(target?.object ?? change.object ?? '')
  const rec = useRec(home?.name ?? '', target?.id ?? '')
  if (!target || !home) return null
  const title = (rec && titleOf(home, rec)) || target.label || home.label
  const done = doneField(home)
  const words = shortForm(home).filter(
    (field) => !SAID.has(field.name) && field.name !== home.title_field && !isEmpty(rec?.[field.name]),
  )
  const body = words.filter((field) => BODY.has(field.kind))
  const facts = words.filter((field) => !BODY.has(field.kind))
  return (
    <div className={classes.card}>
      <div className={classes.cardTitle} data-done={(done && rec?.[done.name] === true) || undefined}>
        {done && rec ? (
          <Done object={home} rec={rec} field={done} title={title} />
        ) : (
          <ObjectIcon name={home.icon} size={16} />
        )}
        <Link to={recordPath(home.name, target.id)}>{title}</Link>
        {facts.map((field) => (
          <span key={field.name} className={classes.fact}>
            <FieldValue field={field} value={rec?.[field.name]} />
          </span>
        ))}
      </div>
      {body.map((field) => (
        <FieldValue key={field.name} field={field} value={rec?.[field.name]} wide />
      ))}
    </div>
  )
}

/** Who it is stands above the card already. */
const SAID: ReadonlySet<string> = new Set(['owner'])
const BODY: ReadonlySet<string> = new Set(['rich_text', 'long_text'])

interface DoneProps {
  readonly object: ObjectMeta
  readonly rec: Rec
  readonly field: FieldMeta
  readonly title: string
}

/** Ticks a task off where it is told about. */
function Done({ object, rec, field, title }: DoneProps) {
  return (
    <Checkbox
      aria-label={t('engine.timeline.tick', { field: field.label, name: title })}
      checked={rec[field.name] === true}
      disabled={!object.rights.update || !isWritable(field)}
      onChange={(event) =>
        void saveRecord(object, rec.id, { [field.name]: event.currentTarget.checked }, { undo: true })
      }
    />
  )
}
