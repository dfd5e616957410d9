/** What shapes the list: filters, search, sort, columns, and whether it is a list or a board. */

import { useDebouncedCallback } from '@mantine/hooks'
import { IconFilter, IconLayoutKanban, IconList } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { Button, IconButton, SearchBox, SegmentedControl, useIsPhone } from '@/design'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import { boardField } from '../board/lanes'
import { FilterChips } from '../filter/FilterChips'
import { countConditions, type Group } from '../query/tree'
import { ColumnMenu } from './ColumnMenu'
import classes from './list.module.css'
import { SortMenu } from './SortMenu'
import type { ChangePlan, ListPlan } from './useListPlan'

interface ToolbarProps {
  readonly object: ObjectMeta
  readonly plan: ListPlan
  readonly change: ChangePlan
  readonly tree: Group
  readonly onTree: (tree: Group) => void
  readonly filtering: boolean
  readonly onFiltering: (on: boolean) => void
}

export function Toolbar({ object, plan, change, tree, onTree, filtering, onFiltering }: ToolbarProps) {
  const phone = useIsPhone()
  const count = countConditions(tree)
  const filterLabel = count > 0 ? t('engine.filter.count', { count }) : t('engine.filter.title')
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('engine.list.toolbar')}>
      <div className={classes.tools}>
        <ListSearch
          object={object}
          search={plan.search}
          onSearch={(search) => change({ search: search || undefined })}
        />
        {phone ? (
          <IconButton label={filterLabel} variant="default" pressed={count > 0} onClick={() => onFiltering(true)}>
            <IconFilter size={18} />
          </IconButton>
        ) : (
          <Button
            icon={<IconFilter size={16} />}
            aria-expanded={filtering}
            data-on={count > 0 || undefined}
            onClick={() => onFiltering(!filtering)}
          >
            {filterLabel}
          </Button>
        )}
        <SortMenu object={object} sort={plan.sort} onSort={(sort) => change({ sort })} compact={phone} />
        {phone || plan.shape === 'board' ? null : (
          <ColumnMenu object={object} columns={plan.columns} onColumns={(columns) => change({ columns })} />
        )}
        {boardField(object) ? <ShapeSwitch plan={plan} change={change} /> : null}
      </div>
      <div className={classes.chips}>
        <FilterChips object={object} tree={tree} onChange={onTree} onOpen={() => onFiltering(true)} />
      </div>
    </div>
  )
}

function ShapeSwitch({ plan, change }: { plan: ListPlan; change: ChangePlan }) {
  const icon = (Icon: typeof IconList, label: string) => (
    <span title={label}>
      <Icon size={16} aria-hidden />
      <span className="visually-hidden">{label}</span>
    </span>
  )
  return (
    <SegmentedControl
      aria-label={t('engine.list.shape')}
      data={[
        { value: 'list', label: icon(IconList, t('engine.list.as_list')) },
        { value: 'board', label: icon(IconLayoutKanban, t('engine.list.as_board')) },
      ]}
      value={plan.shape}
      onChange={(shape) => change({ shape: shape === 'board' ? 'board' : 'list', group: undefined })}
    />
  )
}

const PAUSE = 250

interface ListSearchProps {
  readonly object: ObjectMeta
  readonly search: string
  readonly onSearch: (search: string) => void
}

function ListSearch({ object, search, onSearch }: ListSearchProps) {
  const [text, setText] = useState(search)
  const tell = useDebouncedCallback(onSearch, PAUSE)
  useEffect(() => setText(search), [search])
  return (
    <SearchBox
      label={t('engine.list.search', { objects: object.plural })}
      value={text}
      onChange={(next) => {
        setText(next)
        tell(next)
      }}
    />
  )
}
