/** Every kind of field in every state, made from the registry: a new kind appears here by itself. */

import { type ReactNode, useState } from 'react'
import { Card } from '@/design'
import { t } from '@/platform/i18n'
import { FIELD_KINDS, type FieldKind, type FieldMeta } from '@/platform/types'
import { FieldInput } from '../fields/FieldInput'
import { FieldValue } from '../fields/FieldValue'
import classes from './gallery.module.css'
import { sample } from './samples'

const STATES = ['cell', 'empty', 'input', 'blank', 'wrong'] as const
type State = (typeof STATES)[number]

export function FieldGallery() {
  return (
    <Card title={t('engine.gallery.title')}>
      <div className={classes.kinds}>
        {FIELD_KINDS.map((kind) => (
          <OneKind key={kind} kind={kind} />
        ))}
      </div>
    </Card>
  )
}

function OneKind({ kind }: { kind: FieldKind }) {
  const { field: facts, value: first } = sample(kind)
  const field: FieldMeta = { name: kind, label: kind, kind, ...facts }
  const [value, setValue] = useState<unknown>(first)
  const [blank, setBlank] = useState<unknown>(null)
  const input = (state: State, held: unknown, hold: (next: unknown) => void, error?: string) => (
    <FieldInput
      field={field}
      object=""
      values={{}}
      value={held}
      label={`${kind}, ${t(`gallery.state.${state}`)}`}
      onChange={hold}
      {...(error ? { error } : {})}
    />
  )
  const shown: Readonly<Record<State, ReactNode>> = {
    cell: <FieldValue field={field} value={value} wide empty="–" />,
    empty: <FieldValue field={field} value={null} empty="–" />,
    input: input('input', value, setValue),
    blank: input('blank', blank, setBlank),
    wrong: input('wrong', blank, setBlank, t('gallery.wrong')),
  }
  return (
    <section className={classes.kind} data-kind={kind}>
      <h3 className={classes.name}>{kind}</h3>
      {STATES.map((state) => (
        <div key={state} className={classes.state} data-state={state}>
          <span className={classes.caption}>{t(`gallery.state.${state}`)}</span>
          {shown[state]}
        </div>
      ))}
    </section>
  )
}
