/** A condition on records that point here: whether there are any, none, or how many, and which of them count. */

import { IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { IconButton, NumberInput, Select } from '@/design'
import { t } from '@/platform/i18n'
import { useMeta } from '@/platform/meta'
import type { ObjectMeta } from '@/platform/types'
import { findObject } from '../meta/paths'
import type { Children, Node } from '../query/tree'
import { FieldPicker } from './FieldPicker'
import classes from './filter.module.css'
import { CHILDREN, freshNode } from './fresh'
import { childLabel } from './words'

interface ChildrenRowProps {
  readonly object: ObjectMeta
  readonly node: Children
  readonly onChange: (patch: Partial<Children>) => void
  readonly onReplace: (node: Node) => void
  readonly onRemove: () => void
  /** The conditions on the other object, given it. */
  readonly inner: (other: ObjectMeta) => ReactNode
}

const QUANTIFIERS = ['any', 'none', 'count'] as const
const COUNT_OPS = ['ge', 'le', 'eq', 'gt', 'lt', 'ne'] as const

export function ChildrenRow({ object, node, onChange, onReplace, onRemove, inner }: ChildrenRowProps) {
  const meta = useMeta()
  const other = findObject(meta, node.of.split('.')[0] ?? '')
  const label = childLabel(object, node.of)
  return (
    <div className={classes.children}>
      <div className={classes.condition}>
        <FieldPicker
          object={object}
          value={`${CHILDREN}${node.of}`}
          label={label}
          pointing
          onPick={(path) => onReplace(freshNode(object, path, meta))}
        />
        <div className={classes.operator}>
          <Select
            aria-label={t('engine.filter.operator')}
            data={QUANTIFIERS.map((is) => ({ value: is, label: t(`engine.filter.has.${is}`) }))}
            value={node.is}
            allowDeselect={false}
            onChange={(value) => {
              const is = QUANTIFIERS.find((each) => each === value)
              if (is) onChange({ is })
            }}
          />
        </div>
        <div className={classes.count}>
          {node.is === 'count' ? (
            <>
              <Select
                aria-label={t('engine.filter.operator')}
                data={COUNT_OPS.map((op) => ({ value: op, label: t(`engine.filter.count_op.${op}`) }))}
                value={node.op}
                allowDeselect={false}
                onChange={(op) => op && onChange({ op })}
              />
              <NumberInput
                aria-label={t('engine.filter.how_many')}
                min={0}
                value={node.value}
                onChange={(value) => onChange({ value: Math.max(0, Number(value) || 0) })}
              />
            </>
          ) : null}
        </div>
        <IconButton label={t('engine.filter.remove')} onClick={onRemove}>
          <IconTrash size={16} />
        </IconButton>
      </div>
      {other ? (
        <div className={classes.inside}>
          <span className={classes.that}>{t('engine.filter.that')}</span>
          {inner(other)}
        </div>
      ) : null}
    </div>
  )
}
