/** Picks a field, of this object or of one that it links to. */

import { useState } from 'react'
import { t } from '@/platform/i18n'
import { useMeta } from '@/platform/meta'
import type { FieldMeta, Meta, ObjectMeta } from '@/platform/types'
import { findObject, LINK_KINDS } from '../meta/paths'
import { PickField } from '../parts/PickField'
import { type PickItem, PickList } from '../parts/PickList'
import { CHILDREN } from './fresh'

interface FieldPickerProps {
  readonly object: ObjectMeta
  readonly value?: string
  readonly label: string
  readonly onPick: (path: string) => void
  /** Also offer the fields of linked objects. */
  readonly deep?: boolean
  /** Also offer the records that point here. */
  readonly pointing?: boolean
}

export function FieldPicker({ object, value, label, onPick, deep = true, pointing = false }: FieldPickerProps) {
  return (
    <PickField label={label} content={label}>
      {(close) => (
        <FieldList
          object={object}
          label={label}
          selected={value ? [value] : []}
          deep={deep}
          pointing={pointing}
          onPick={(path) => {
            onPick(path)
            close()
          }}
        />
      )}
    </PickField>
  )
}

interface FieldListProps {
  readonly object: ObjectMeta
  readonly label: string
  readonly selected: readonly string[]
  readonly onPick: (path: string) => void
  readonly wanted?: (field: FieldMeta) => boolean
  readonly multiple?: boolean
  readonly deep?: boolean
  readonly pointing?: boolean
}

const filterable = (field: FieldMeta): boolean => (field.operators?.length ?? 1) > 0

/** The object's own fields first; those of linked objects once something is searched for. */
export function FieldList(props: FieldListProps) {
  const { object, label, selected, onPick, wanted = filterable, multiple, deep = true, pointing } = props
  const meta = useMeta()
  const [text, setText] = useState('')
  const own = object.fields.filter(wanted).map((field) => ({ key: field.name, label: field.label }))
  const far = deep && (text || selected.some((path) => path.includes('.'))) ? linkedFields(meta, object, wanted) : []
  const toHere = pointing
    ? (object.children ?? []).map(({ object: of, field, label: name }) => ({
        key: `${CHILDREN}${of}.${field}`,
        label: name,
        section: t('engine.filter.children'),
      }))
    : []
  const matching = [...own, ...far, ...toHere].filter((item) =>
    item.label.toLocaleLowerCase().includes(text.toLocaleLowerCase()),
  )
  return (
    <PickList
      label={label}
      items={matching}
      selected={selected}
      multiple={Boolean(multiple)}
      onSearch={setText}
      onPick={onPick}
    />
  )
}

function linkedFields(meta: Meta, object: ObjectMeta, wanted: (field: FieldMeta) => boolean): readonly PickItem[] {
  return object.fields
    .filter((field) => LINK_KINDS.has(field.kind) && field.to)
    .flatMap((link) =>
      (findObject(meta, link.to ?? '')?.fields ?? []).filter(wanted).map((field) => ({
        key: `${link.name}.${field.name}`,
        label: `${link.label} · ${field.label}`,
        section: link.label,
      })),
    )
}
