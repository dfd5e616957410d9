/** Every kind of field with a value, empty, and being edited: for the gallery page. */

import { useState } from 'react'
import { Card } from '@/design'
import { t } from '@/platform/i18n'
import { FIELD_KINDS, type FieldKind, type FieldMeta } from '@/platform/types'
import { FieldInput } from '../fields/FieldInput'
import { FieldValue } from '../fields/FieldValue'
import { sample } from './samples'

export function FieldGallery() {
  return (
    <Card title={t('engine.gallery.title')}>
      <div style={{ display: 'grid', gap: 'var(--s-4)' }}>
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
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '8rem 1fr 1fr', gap: 'var(--s-4)', alignItems: 'center' }}>
      <code>{kind}</code>
      <div>
        <FieldValue field={field} value={value} wide empty="–" />
      </div>
      <FieldInput field={field} object="" values={{}} value={value} label={kind} onChange={setValue} />
    </div>
  )
}
