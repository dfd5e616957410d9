/** Makes two records one: picks the other, chooses field by field whose value stays. */

import { useState } from 'react'
import { Button, Dialog, Field, FormSkeleton, Radio, toast } from '@/design'
import { api, problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import { titleOf } from '@/platform/meta'
import type { FieldMeta, LinkValue, ObjectMeta, Rec } from '@/platform/types'
import { touchLists } from '../data/list'
import { useLoadedRecord } from '../data/record'
import { records } from '../data/store'
import { FieldValue } from '../fields/FieldValue'
import { toWrite } from '../fields/write'
import { Named, RecordList } from '../lookup/RecordList'
import { isWritable } from '../meta/paths'
import { PickField } from '../parts/PickField'
import { isEmpty, sameValue } from '../store/entry'
import classes from './record.module.css'

interface MergeDialogProps {
  readonly object: ObjectMeta
  readonly rec: Rec
  readonly onClose: () => void
}

export function MergeDialog({ object, rec, onClose }: MergeDialogProps) {
  const [other, setOther] = useState<LinkValue>()
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState(false)
  const run = (): void => {
    if (!other) return
    setBusy(true)
    const theirs = records.view(object.name, other.id)
    const values = Object.fromEntries(
      object.fields
        .filter((field) => taken.has(field.name))
        .map((field) => [field.name, toWrite(field, theirs?.[field.name])]),
    )
    api
      .post<Rec>(`/records/${object.name}/${rec.id}/merge`, { from: [other.id], values })
      .then((merged) => {
        records.receive(object.name, merged)
        records.markGone(object.name, other.id)
        touchLists(object.name)
        toast({ text: t('engine.merge.done', { name: titleOf(object, merged) }), tone: 'good' })
        onClose()
      })
      .catch((error: unknown) => toast({ text: problemText(error), tone: 'danger' }))
      .finally(() => setBusy(false))
  }
  const choose = (name: string, side: string): void => {
    const next = new Set(taken)
    if (side === 'theirs') next.add(name)
    else next.delete(name)
    setTaken(next)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('engine.merge.title')}
      size={640}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button variant="primary" loading={busy} disabled={!other} onClick={run}>
            {t('engine.merge.run')}
          </Button>
        </>
      }
    >
      <p>{t('engine.merge.body', { name: titleOf(object, rec) })}</p>
      <Field label={t('engine.merge.which', { object: object.label })}>
        <PickField
          label={t('engine.merge.which', { object: object.label })}
          content={other ? <Named object={object.name} label={other.label ?? ''} /> : null}
        >
          {(close) => (
            <RecordList
              object={object.name}
              label={t('engine.merge.which', { object: object.label })}
              selected={other ? [other] : []}
              onPick={(link) => {
                if (link.id !== rec.id) setOther(link)
                close()
              }}
            />
          )}
        </PickField>
      </Field>
      {other ? <Sides object={object} rec={rec} other={other.id} taken={taken} onChoose={choose} /> : null}
    </Dialog>
  )
}

interface SidesProps {
  readonly object: ObjectMeta
  readonly rec: Rec
  readonly other: string
  readonly taken: ReadonlySet<string>
  readonly onChoose: (name: string, side: string) => void
}

function Sides({ object, rec, other, taken, onChoose }: SidesProps) {
  const { entry } = useLoadedRecord(object.name, other)
  if (!entry) return <FormSkeleton fields={3} />
  const theirs = entry.view
  const differing = object.fields.filter(
    (field) => isWritable(field) && !sameValue(rec[field.name], theirs[field.name]) && !isEmpty(theirs[field.name]),
  )
  if (differing.length === 0) return <p>{t('engine.merge.same')}</p>
  return differing.map((field) => (
    <Radio.Group
      key={field.name}
      className={classes.conflict}
      label={field.label}
      value={taken.has(field.name) ? 'theirs' : 'mine'}
      onChange={(side) => onChoose(field.name, side)}
    >
      <div className={classes.sides}>
        <Side field={field} side="mine" value={rec[field.name]} />
        <Side field={field} side="theirs" value={theirs[field.name]} />
      </div>
    </Radio.Group>
  ))
}

function Side({ field, side, value }: { field: FieldMeta; side: string; value: unknown }) {
  return (
    <Radio
      value={side}
      label={<FieldValue field={field} value={value} wide empty={<em>{t('engine.pick.empty')}</em>} />}
    />
  )
}
