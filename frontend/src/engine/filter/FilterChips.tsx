/** What the list is filtered by, in chips that can be taken away or opened. */

import { IconX } from '@tabler/icons-react'
import { t } from '@/platform/i18n'
import { useMeta } from '@/platform/meta'
import type { Json, ObjectMeta } from '@/platform/types'
import { useNames } from '../lookup/lookup'
import { fieldAt, valueKind } from '../meta/paths'
import {
  type Children,
  type Condition,
  countConditions,
  type Group,
  isComplete,
  type Node,
  removeFrom,
} from '../query/tree'
import classes from './chips.module.css'
import { childLabel, LINKS, operatorWord, valueWords } from './words'

interface FilterChipsProps {
  readonly object: ObjectMeta
  readonly tree: Group
  readonly onChange: (tree: Group) => void
  readonly onOpen: () => void
}

export function FilterChips({ object, tree, onChange, onOpen }: FilterChipsProps) {
  const items = tree.join === 'and' ? tree.items.filter(said) : [tree].filter(said)
  return (
    <>
      {items.map((item) => (
        <span key={item.id} className={classes.chip}>
          <button type="button" className={classes.words} onClick={onOpen}>
            {item.type === 'condition' ? (
              <ConditionWords object={object} condition={item} />
            ) : item.type === 'children' ? (
              childrenWords(object, item)
            ) : (
              groupWords(item)
            )}
          </button>
          <button
            type="button"
            className={classes.remove}
            aria-label={t('engine.filter.remove')}
            onClick={() => onChange(item === tree ? { ...tree, items: [] } : removeFrom(tree, item.id))}
          >
            <IconX size={14} aria-hidden />
          </button>
        </span>
      ))}
    </>
  )
}

const said = (node: Node): boolean => (node.type === 'condition' ? isComplete(node) : countConditions(node) > 0)

function childrenWords(object: ObjectMeta, { of, is, op, value, where }: Children): string {
  const words = t(`engine.filter.with.${is}`, {
    objects: childLabel(object, of),
    op: t(`engine.filter.count_op.${op}`),
    n: value,
  })
  const count = countConditions(where)
  return count > 0 ? t('engine.filter.with_where', { words, count }) : words
}

const groupWords = (node: Node): string =>
  node.type === 'group' ? t('engine.filter.any_of', { count: countConditions(node) }) : t('engine.filter.fixed')

function ConditionWords({ object, condition }: { object: ObjectMeta; condition: Condition }) {
  const field = fieldAt(useMeta(), object, condition.field)
  const ids = field && LINKS.has(valueKind(field)) ? idsIn(condition.value) : []
  const names = useNames(field?.to ?? '', ids)
  if (!field) return condition.field
  return (
    <>
      <span className={classes.field}>{field.label}</span> {operatorWord(valueKind(field), condition.op)}{' '}
      <strong className={classes.value}>{valueWords(field, condition.op, condition.value, names)}</strong>
    </>
  )
}

function idsIn(value: Json | undefined): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === 'string')
}
