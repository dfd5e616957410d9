/** One voice in a timeline: somebody did something, or a few things in a row. */

import { IconArrowBackUp, IconArrowRight } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Avatar, IconButton, toast } from '@/design'
import { api, problemText } from '@/platform/api'
import { formatDateTime, formatTime } from '@/platform/format'
import { hasMessage, t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import type { Change, FieldChange, FieldMeta, ObjectMeta, Rec } from '@/platform/types'
import { FieldValue, valueText } from '../fields/FieldValue'
import { findField } from '../meta/paths'
import { isEmpty } from '../store/entry'
import { ActivityCard } from './ActivityCard'
import { type Entry, netChanges } from './timeline'
import classes from './timeline.module.css'

interface TimelineEntryProps {
  readonly object: ObjectMeta
  readonly rec: Rec
  readonly entry: Entry
}

export function TimelineEntry({ object, rec, entry }: TimelineEntryProps) {
  const first = entry.type === 'activity' ? entry.change : entry.changes[0]
  const name = first?.actor?.label ?? t('engine.someone')
  return (
    <li className={classes.entry}>
      <Avatar name={name} size={28} />
      <div className={classes.said}>
        <p className={classes.line}>
          <strong>{name}</strong>{' '}
          <time className={classes.time} dateTime={entry.at} title={formatDateTime(entry.at)}>
            {formatTime(entry.at)}
          </time>
        </p>
        {entry.type === 'activity' ? (
          <ActivityCard change={entry.change} />
        ) : (
          <Changes object={object} rec={rec} changes={entry.changes} />
        )}
      </div>
    </li>
  )
}

function Changes({ object, rec, changes }: { object: ObjectMeta; rec: Rec; changes: readonly Change[] }) {
  const [first] = changes
  const net = first?.action === 'update' ? netChanges(changes) : []
  const key = `engine.timeline.did.${first?.action ?? 'update'}`
  return (
    <div className={classes.changes}>
      {net.length === 0 ? (
        <p>{t(hasMessage(key) ? key : 'engine.timeline.did.changed', { object: object.label })}</p>
      ) : (
        <ul className={classes.changeList}>
          {net.map((change) => (
            <ChangeWords key={change.field} object={object} change={change} />
          ))}
        </ul>
      )}
      <UndoButton object={object} rec={rec} changes={changes} />
    </div>
  )
}

function ChangeWords({ object, change }: { object: ObjectMeta; change: FieldChange }) {
  const field: FieldMeta = findField(object, change.field) ?? {
    name: change.field,
    kind: change.kind,
    label: change.label,
  }
  const before = isEmpty(change.before) ? '' : valueText(field, change.before)
  return (
    <li className={classes.change}>
      <span className={classes.fieldName}>{field.label}</span>
      {before ? (
        <>
          <s className={classes.before}>{before}</s>
          <IconArrowRight size={14} aria-label={t('engine.timeline.became')} />
        </>
      ) : null}
      <FieldValue field={field} value={change.after} empty={<em>{t('engine.pick.empty')}</em>} />
    </li>
  )
}

function UndoButton({ object, rec, changes }: { object: ObjectMeta; rec: Rec; changes: readonly Change[] }) {
  const client = useQueryClient()
  if (!object.rights.update || !changes.every((change) => change.undoable)) return null
  const undo = async (): Promise<void> => {
    try {
      for (const change of changes) await api.post('/undo', { change: change.id })
      toast({ text: t('engine.timeline.undone'), tone: 'good' })
    } catch (error) {
      toast({ text: problemText(error), tone: 'danger' })
    }
    void client.invalidateQueries({ queryKey: keys.record(object.name, rec.id) })
    void client.invalidateQueries({ queryKey: keys.timeline(object.name, rec.id) })
  }
  return (
    <IconButton size="sm" className={classes.undo} label={t('engine.timeline.undo')} onClick={() => void undo()}>
      <IconArrowBackUp size={16} />
    </IconButton>
  )
}
