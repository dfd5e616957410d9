/** Which field a board, a calendar or a map is laid out by, where there is a choice. */

import { IconLayoutDashboard } from '@tabler/icons-react'
import { Button, Menu } from '@/design'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import { layoutField, layoutFields } from './shapes'
import type { ChangePlan, ListPlan } from './useListPlan'

interface LayoutMenuProps {
  readonly object: ObjectMeta
  readonly plan: ListPlan
  readonly change: ChangePlan
}

export function LayoutMenu({ object, plan, change }: LayoutMenuProps) {
  const fields = layoutFields(object, plan.shape)
  const chosen = layoutField(object, plan.shape, plan.group)
  if (fields.length < 2 || !chosen) return null
  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <Button icon={<IconLayoutDashboard size={16} />}>{t('engine.layout.by', { field: chosen.label })}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {fields.map((field) => (
          <Menu.Item
            key={field.name}
            aria-current={field.name === chosen.name || undefined}
            onClick={() => change({ group: field.name, folded: undefined })}
          >
            {field.label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
