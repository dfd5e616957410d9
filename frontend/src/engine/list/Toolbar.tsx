/** What shapes the list: search, filters, sort, groups, columns, and the way of looking at it. */

import { useDebouncedCallback } from '@mantine/hooks'
import { IconFilter } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { Button, IconButton, SearchBox, useIsPhone } from '@/design'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import { FilterChips } from '../filter/FilterChips'
import { countConditions, type Group } from '../query/tree'
import { ColumnMenu } from './ColumnMenu'
import { GroupMenu } from './GroupMenu'
import { LayoutMenu } from './LayoutMenu'
import classes from './list.module.css'
import { ShapeSwitch } from './ShapeSwitch'
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
  const { shape } = plan
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
        {shape === 'calendar' ? null : (
          <SortMenu object={object} sort={plan.sort} onSort={(sort) => change({ sort })} compact={phone} />
        )}
        {shape === 'list' ? <GroupMenu object={object} plan={plan} change={change} compact={phone} /> : null}
        {phone ? null : <LayoutMenu object={object} plan={plan} change={change} />}
        {shape === 'list' && !phone ? (
          <ColumnMenu
            object={object}
            columns={plan.columns}
            pins={plan.pins}
            onColumns={(columns) => change({ columns })}
            onPins={(pins) => change({ pins })}
          />
        ) : null}
        <ShapeSwitch object={object} plan={plan} change={change} />
      </div>
      <div className={classes.chips}>
        <FilterChips object={object} tree={tree} onChange={onTree} onOpen={() => onFiltering(true)} />
      </div>
    </div>
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
