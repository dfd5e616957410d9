/** The one place to choose how records are looked at: a table, a board, a calendar, side by side, a map. */

import {
  IconCalendar,
  IconLayoutColumns,
  IconLayoutKanban,
  IconList,
  IconMap2,
  type TablerIcon,
} from '@tabler/icons-react'
import { IconButton, Menu, useIsPhone } from '@/design'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import { LateSegments } from '../parts/LateSegments'
import type { Shape } from '../query/url'
import { offeredShapes } from './shapes'
import type { ChangePlan, ListPlan } from './useListPlan'

const ICONS: Readonly<Record<Shape, TablerIcon>> = {
  list: IconList,
  board: IconLayoutKanban,
  calendar: IconCalendar,
  split: IconLayoutColumns,
  map: IconMap2,
}

interface ShapeSwitchProps {
  readonly object: ObjectMeta
  readonly plan: ListPlan
  readonly change: ChangePlan
}

export function ShapeSwitch({ object, plan, change }: ShapeSwitchProps) {
  const phone = useIsPhone()
  // On a phone a list is read one record at a time anyway.
  const shapes = offeredShapes(object).filter((shape) => !phone || shape !== 'split')
  const choose = (shape: Shape): void =>
    change({ shape, group: undefined, subgroup: undefined, folded: undefined, span: undefined, peek: undefined })
  if (shapes.length < 2) return null
  if (phone) {
    const Icon = ICONS[plan.shape]
    return (
      <Menu position="bottom-end" width={200}>
        <Menu.Target>
          <IconButton label={t('engine.list.shape')} variant="default" tooltip={false}>
            <Icon size={18} />
          </IconButton>
        </Menu.Target>
        <Menu.Dropdown>
          {shapes.map((shape) => {
            const Each = ICONS[shape]
            return (
              <Menu.Item
                key={shape}
                leftSection={<Each size={18} />}
                aria-current={shape === plan.shape || undefined}
                onClick={() => choose(shape)}
              >
                {t(`engine.shape.${shape}`)}
              </Menu.Item>
            )
          })}
        </Menu.Dropdown>
      </Menu>
    )
  }
  return (
    <LateSegments
      aria-label={t('engine.list.shape')}
      data={shapes.map((shape) => {
        const Each = ICONS[shape]
        const label = t(`engine.shape.${shape}`)
        return {
          value: shape,
          label: (
            <span title={label}>
              <Each size={16} aria-hidden />
              <span className="visually-hidden">{label}</span>
            </span>
          ),
        }
      })}
      value={plan.shape}
      onChange={(value) => {
        const shape = shapes.find((each) => each === value)
        if (shape) choose(shape)
      }}
    />
  )
}
