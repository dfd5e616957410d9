/** The views of a list: those at hand as tabs, the others a click away, and what to do with changes to one. */

import { IconChevronDown, IconHome, IconPinned } from '@tabler/icons-react'
import { useState } from 'react'
import { Button, cx, ObjectIcon } from '@/design'
import { t } from '@/platform/i18n'
import type { ObjectMeta, View } from '@/platform/types'
import { PickList } from '../parts/PickList'
import { PickPopover } from '../parts/PickPopover'
import classes from './list.module.css'
import { offersShape } from './shapes'
import type { ChangePlan, ListPlan } from './useListPlan'
import { ViewActions } from './ViewActions'

interface ViewBarProps {
  readonly object: ObjectMeta
  readonly plan: ListPlan
  readonly change: ChangePlan
}

const AT_HAND = 5
const ICONS: Readonly<Record<View['kind'], string>> = {
  list: 'list',
  board: 'layout-kanban',
  calendar: 'calendar',
  split: 'layout-columns',
  map: 'map-pin',
}
export const viewName = (view: View): string => view.label ?? view.name

/** Opening a view starts from what it says: changes to the one before stay behind. */
export const openView = (id: string) => ({
  view: id,
  shape: undefined,
  where: undefined,
  sort: undefined,
  search: undefined,
  columns: undefined,
  pins: undefined,
  group: undefined,
  subgroup: undefined,
  folded: undefined,
  span: undefined,
  day: undefined,
  lane: undefined,
  peek: undefined,
})

export function ViewBar({ object, plan, change }: ViewBarProps) {
  const usable = plan.views.filter((view) => offersShape(object, view.kind))
  const first = usable.slice(0, AT_HAND)
  const present = plan.view
  const shown = present && !first.some((view) => view.id === present.id) ? [...first.slice(0, -1), present] : first
  if (usable.length === 0) return <div className={classes.views} />
  return (
    <div className={classes.views}>
      <nav className={classes.tabs} aria-label={t('engine.views.title')}>
        {shown.map((view) => (
          <button
            key={view.id}
            type="button"
            className={cx(classes.tab, view.id === present?.id && classes.current)}
            aria-current={view.id === present?.id ? 'page' : undefined}
            onClick={() => change(openView(view.id))}
          >
            <ObjectIcon name={ICONS[view.kind]} size={16} />
            {viewName(view)}
          </button>
        ))}
        {usable.length > shown.length ? <AllViews views={usable} present={present} change={change} /> : null}
      </nav>
      <ViewActions object={object} plan={plan} change={change} />
    </div>
  )
}

interface AllViewsProps {
  readonly views: readonly View[]
  readonly present: View | undefined
  readonly change: ChangePlan
}

function AllViews({ views, present, change }: AllViewsProps) {
  const [opened, setOpened] = useState(false)
  const target = (
    <Button variant="quiet" size="sm" icon={<IconChevronDown size={16} />} onClick={() => setOpened(!opened)}>
      {t('engine.views.all', { n: views.length })}
    </Button>
  )
  return (
    <PickPopover opened={opened} onClose={() => setOpened(false)} title={t('engine.views.title')} target={target}>
      <PickList
        label={t('engine.views.title')}
        items={views.map((view) => ({
          key: view.id,
          label: viewName(view),
          section: sectionOf(view),
          content: (
            <span className={classes.viewRow}>
              <ObjectIcon name={ICONS[view.kind]} size={16} />
              {viewName(view)}
              {view.start ? <IconHome size={14} aria-label={t('engine.views.start')} /> : null}
              {view.pinned ? <IconPinned size={14} aria-label={t('engine.views.pinned')} /> : null}
            </span>
          ),
        }))}
        selected={present ? [present.id] : []}
        onPick={(id) => {
          change(openView(id))
          setOpened(false)
        }}
      />
    </PickPopover>
  )
}

function sectionOf(view: View): string {
  if (view.standard) return t('engine.views.standard')
  return t(view.sharing === 'shared' ? 'engine.views.shared' : 'engine.views.private')
}
