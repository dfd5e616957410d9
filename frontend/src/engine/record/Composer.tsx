/** Says or plans something about a record: a note, a task, a call, a meeting, whatever its timeline takes. */

import { useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { Button, cx, ObjectIcon, toast } from '@/design'
import { ApiProblem, problemText } from '@/platform/api'
import { requestCreate } from '@/platform/create'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { titleOf, useMeta } from '@/platform/meta'
import { useSession } from '@/platform/session'
import type { FieldMeta, ObjectMeta, Rec } from '@/platform/types'
import { touchLists } from '../data/list'
import { createRecord } from '../data/save'
import { FieldInput } from '../fields/FieldInput'
import { checkValue } from '../fields/write'
import { clearDraft, keepDraft, readDraft } from '../form/draft'
import { setValue, startValues } from '../form/values'
import { isSaveKey } from '../parts/keys'
import { useFocusInside } from '../parts/useFocusInside'
import { isEmpty } from '../store/entry'
import { type Saying, sayings, shortForm } from './sayings'
import classes from './timeline.module.css'

export function Composer({ object, rec }: { object: ObjectMeta; rec: Rec }) {
  const meta = useMeta()
  const ways = useMemo(() => sayings(meta, object), [meta, object])
  // How often somebody chose counts too: who chooses the same again wants to write again.
  const [chosen, setChosen] = useState<{ readonly name: string; readonly turn: number }>()
  const way = ways.find((each) => each.object.name === chosen?.name) ?? ways[0]
  if (!way) return null
  return (
    <div className={classes.composer}>
      <fieldset className={classes.ways} aria-label={t('engine.composer.ways')}>
        {ways.map((each) => (
          <button
            key={each.object.name}
            type="button"
            className={cx(classes.way, each === way && classes.wayOn)}
            aria-pressed={each === way}
            onClick={() => setChosen({ name: each.object.name, turn: (chosen?.turn ?? 0) + 1 })}
          >
            <ObjectIcon name={each.object.icon} size={16} />
            {each.object.label}
          </button>
        ))}
      </fieldset>
      <Draft
        key={`${way.object.name}.${chosen?.turn}`}
        way={way}
        home={object}
        rec={rec}
        wanted={chosen !== undefined}
      />
    </div>
  )
}

function Draft({ way, home, rec, wanted }: { way: Saying; home: ObjectMeta; rec: Rec; wanted: boolean }) {
  const { user } = useSession()
  const client = useQueryClient()
  const key = `say.${home.name}.${rec.id}.${way.object.name}`
  const link = useMemo(() => ({ [way.field]: { id: rec.id, label: titleOf(home, rec) } }), [way, home, rec])
  const fresh = useMemo(() => startValues(way.object, link, { id: user.id, label: user.name }), [way, link, user])
  const [typed, setTyped] = useState<Readonly<Record<string, unknown>>>(() => readDraft(key) ?? {})
  const [open, setOpen] = useState(wanted || Object.keys(typed).length > 0)
  const [busy, setBusy] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useFocusInside(box, open)
  useEffect(() => (Object.keys(typed).length > 0 ? keepDraft(key, typed) : clearDraft(key)), [key, typed])
  const values = { ...fresh, ...typed }
  const fields = shortForm(way.object)
  const ready =
    fields.some((field) => !isEmpty(typed[field.name])) &&
    fields.every((field) => !checkValue(field, values[field.name]))
  const reset = (): void => {
    setTyped({})
    setOpen(false)
  }
  const send = async (): Promise<void> => {
    if (!ready || busy) return
    setBusy(true)
    try {
      await createRecord(way.object, values, crypto.randomUUID())
      reset()
      touchLists(way.object.name)
      void client.invalidateQueries({ queryKey: keys.timeline(home.name, rec.id) })
      toast({ text: t('engine.composer.done', { object: way.object.label }), tone: 'good' })
    } catch (error) {
      if (error instanceof ApiProblem && error.fields) requestCreate(way.object.name, values)
      else toast({ text: problemText(error), tone: 'danger' })
    } finally {
      setBusy(false)
    }
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isSaveKey(event)) return
    event.preventDefault()
    void send()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl+Enter sends from any input inside
    <div ref={box} className={classes.draft} onKeyDown={onKeyDown}>
      {open ? (
        <div className={classes.draftFields}>
          {fields.map((field) => (
            <DraftField
              key={field.name}
              way={way}
              field={field}
              values={values}
              onChange={(value) => setTyped(setValue(way.object, typed, field.name, value))}
            />
          ))}
        </div>
      ) : (
        <button type="button" className={classes.begin} onClick={() => setOpen(true)}>
          {t('engine.composer.begin')}
        </button>
      )}
      {open ? (
        <div className={classes.draftActions}>
          <Button size="sm" variant="quiet" onClick={() => requestCreate(way.object.name, values)}>
            {t('engine.composer.all_fields')}
          </Button>
          <Button size="sm" onClick={reset}>
            {t('action.cancel')}
          </Button>
          <Button size="sm" variant="primary" loading={busy} disabled={!ready} onClick={() => void send()}>
            {t('action.save')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

const WIDE: ReadonlySet<string> = new Set(['text', 'long_text', 'rich_text', 'file', 'address'])

interface DraftFieldProps {
  readonly way: Saying
  readonly field: FieldMeta
  readonly values: Readonly<Record<string, unknown>>
  readonly onChange: (value: unknown) => void
}

function DraftField({ way, field, values, onChange }: DraftFieldProps) {
  const id = useId()
  return (
    <div className={classes.draftField} data-wide={WIDE.has(field.kind) || undefined}>
      <label className={classes.draftLabel} htmlFor={id}>
        {field.label}
      </label>
      <FieldInput
        field={field}
        object={way.object.name}
        values={values}
        value={values[field.name] ?? null}
        label={field.label}
        id={id}
        onChange={onChange}
      />
    </div>
  )
}
