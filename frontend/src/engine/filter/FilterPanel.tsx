/** The filter builder: conditions joined by and / or, in groups where that is needed. */

import { IconPlus } from '@tabler/icons-react'
import { Button, SegmentedControl } from '@/design'
import { t } from '@/platform/i18n'
import { useMeta } from '@/platform/meta'
import type { ObjectMeta } from '@/platform/types'
import {
  addTo,
  changeChildren,
  changeCondition,
  changeJoin,
  emptyGroup,
  type Group,
  type Node,
  removeFrom,
  replaceNode,
} from '../query/tree'
import { ChildrenRow } from './ChildrenRow'
import { ConditionRow } from './ConditionRow'
import { FieldList } from './FieldPicker'
import classes from './filter.module.css'
import { freshCondition } from './fresh'

interface FilterPanelProps {
  readonly object: ObjectMeta
  readonly tree: Group
  readonly onChange: (tree: Group) => void
}

export function FilterPanel({ object, tree, onChange }: FilterPanelProps) {
  const meta = useMeta()
  return (
    <div className={classes.panel}>
      {tree.items.length === 0 ? (
        <>
          <p className={classes.hint}>{t('engine.filter.teach')}</p>
          <FieldList
            object={object}
            label={t('engine.filter.field')}
            selected={[]}
            onPick={(path) => onChange(addTo(tree, tree.id, freshCondition(object, path, meta)))}
          />
        </>
      ) : null}
      <GroupRows object={object} root={tree} group={tree} depth={0} onChange={onChange} />
      {tree.items.length > 0 ? (
        <Button variant="quiet" size="sm" onClick={() => onChange(emptyGroup())}>
          {t('engine.filter.clear')}
        </Button>
      ) : null}
    </div>
  )
}

interface GroupRowsProps {
  readonly object: ObjectMeta
  readonly root: Group
  readonly group: Group
  readonly depth: number
  readonly onChange: (root: Group) => void
}

const DEEPEST = 2

function GroupRows({ object, root, group, depth, onChange }: GroupRowsProps) {
  const meta = useMeta()
  const first = object.fields.find((field) => field.name === object.title_field) ?? object.fields[0]
  const fresh = (): Node => freshCondition(object, first?.name ?? 'id', meta)
  return (
    <fieldset className={depth > 0 ? classes.inner : classes.group} aria-label={t(`engine.filter.join.${group.join}`)}>
      {group.items.length > 1 ? (
        <SegmentedControl
          size="xs"
          aria-label={t('engine.filter.join')}
          data={[
            { value: 'and', label: t('engine.filter.join.and') },
            { value: 'or', label: t('engine.filter.join.or') },
          ]}
          value={group.join}
          onChange={(join) => onChange(changeJoin(root, group.id, join === 'or' ? 'or' : 'and'))}
        />
      ) : null}
      {group.items.map((item) =>
        item.type === 'group' ? (
          <GroupRows key={item.id} object={object} root={root} group={item} depth={depth + 1} onChange={onChange} />
        ) : item.type === 'condition' ? (
          <ConditionRow
            key={item.id}
            object={object}
            condition={item}
            onChange={(patch) => onChange(changeCondition(root, item.id, patch))}
            onReplace={(node) => onChange(replaceNode(root, item.id, node))}
            onRemove={() => onChange(removeFrom(root, item.id))}
          />
        ) : item.type === 'children' ? (
          <ChildrenRow
            key={item.id}
            object={object}
            node={item}
            onChange={(patch) => onChange(changeChildren(root, item.id, patch))}
            onReplace={(node) => onChange(replaceNode(root, item.id, node))}
            onRemove={() => onChange(removeFrom(root, item.id))}
            inner={(other) => (
              <GroupRows object={other} root={root} group={item.where} depth={depth + 1} onChange={onChange} />
            )}
          />
        ) : (
          <p key={item.id} className={classes.fixed}>
            {t('engine.filter.fixed')}
          </p>
        ),
      )}
      <div className={classes.adders}>
        <Button
          variant="quiet"
          size="sm"
          icon={<IconPlus size={16} />}
          onClick={() => onChange(addTo(root, group.id, fresh()))}
        >
          {t('engine.filter.add')}
        </Button>
        {depth < DEEPEST ? (
          <Button
            variant="quiet"
            size="sm"
            icon={<IconPlus size={16} />}
            onClick={() =>
              onChange(addTo(root, group.id, { ...emptyGroup(group.join === 'and' ? 'or' : 'and'), items: [fresh()] }))
            }
          >
            {t('engine.filter.add_group')}
          </Button>
        ) : null}
      </div>
    </fieldset>
  )
}
