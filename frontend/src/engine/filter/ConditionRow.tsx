/** One condition of the builder: field, operator, value. */

import { IconTrash } from '@tabler/icons-react'
import { Suspense } from 'react'
import { IconButton, Select } from '@/design'
import { t } from '@/platform/i18n'
import { useMeta } from '@/platform/meta'
import type { ObjectMeta } from '@/platform/types'
import { uiOf } from '../fields/registry'
import { fieldAt, resolvePath, valueKind } from '../meta/paths'
import { carryValue, shapeOf } from '../query/operators'
import type { Condition, Node } from '../query/tree'
import { FieldPicker } from './FieldPicker'
import classes from './filter.module.css'
import { freshNode } from './fresh'
import { operatorWord } from './words'

interface ConditionRowProps {
  readonly object: ObjectMeta
  readonly condition: Condition
  readonly onChange: (patch: Partial<Condition>) => void
  readonly onReplace: (node: Node) => void
  readonly onRemove: () => void
}

export function ConditionRow({ object, condition, onChange, onReplace, onRemove }: ConditionRowProps) {
  const meta = useMeta()
  const field = fieldAt(meta, object, condition.field)
  const home = resolvePath(meta, object, condition.field)?.at(-1)?.object ?? object
  const operators = field?.operators ?? []
  const { Filter } = uiOf(field ?? UNKNOWN)
  return (
    <div className={classes.condition}>
      <FieldPicker
        object={object}
        value={condition.field}
        label={field?.label ?? condition.field}
        pointing
        onPick={(path) => onReplace(freshNode(object, path, meta))}
      />
      {field ? null : <p className={classes.gone}>{t('engine.filter.gone')}</p>}
      <div className={classes.operator} hidden={!field}>
        <Select
          aria-label={t('engine.filter.operator')}
          data={operators.map((op) => ({ value: op, label: operatorWord(field ? valueKind(field) : 'text', op) }))}
          value={condition.op}
          allowDeselect={false}
          onChange={(op) => op && onChange({ op, value: carryValue(condition.value, condition.op, op) })}
        />
      </div>
      <div className={classes.value} hidden={!field}>
        {field && shapeOf(condition.op) !== 'none' ? (
          <Suspense fallback={null}>
            <Filter
              object={home.name}
              field={field}
              op={condition.op}
              value={condition.value}
              onChange={(value) => onChange({ value })}
            />
          </Suspense>
        ) : null}
      </div>
      <IconButton label={t('engine.filter.remove')} onClick={onRemove}>
        <IconTrash size={16} />
      </IconButton>
    </div>
  )
}

const UNKNOWN = { name: '', kind: 'text', label: '' } as const
