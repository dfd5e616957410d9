/** Turning a field into another kind, and the records whose values stand in the way. */

import { Link } from '@tanstack/react-router'
import { Banner, Row, Rows, Select } from '@/design'
import { ApiProblem } from '@/platform/api'
import { t } from '@/platform/i18n'
import { recordPath } from '@/platform/paths'
import type { FieldKind, ObjectMeta } from '@/platform/types'
import { STORED_KINDS } from './kinds'

export interface KindChangeProps {
  readonly kind: FieldKind
  readonly onKind: (kind: FieldKind) => void
}

export function KindChange({ kind, onKind }: KindChangeProps) {
  return (
    <Select
      label={t('fields.kind')}
      description={t('fields.kindHelp')}
      allowDeselect={false}
      data={STORED_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
      value={kind}
      onChange={(value) => value && onKind(value as FieldKind)}
    />
  )
}

interface Blocker {
  readonly id: string
  readonly value: unknown
  readonly message: string
}

const FEW = 8

export interface BlockingRowsProps {
  readonly object: ObjectMeta
  readonly failure: unknown
}

export function BlockingRows({ object, failure }: BlockingRowsProps) {
  const rows = failure instanceof ApiProblem ? (failure.body.rows as readonly Blocker[] | undefined) : undefined
  if (!Array.isArray(rows) || rows.length === 0) return null
  return (
    <div>
      <Banner tone="warn">{t('fields.blockers')}</Banner>
      <Rows>
        {rows.slice(0, FEW).map((row: Blocker) => (
          <Row key={row.id} hint={row.message}>
            <Link to={recordPath(object.name, row.id)}>{JSON.stringify(row.value)}</Link>
          </Row>
        ))}
      </Rows>
    </div>
  )
}
