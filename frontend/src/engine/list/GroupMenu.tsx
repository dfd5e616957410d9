/** What a list is grouped by: one field, or two, one inside the other; days by spans of time. */

import { IconLayoutRows } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { Button, IconButton } from '@/design'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import { FieldList } from '../filter/FieldPicker'
import { PickPopover } from '../parts/PickPopover'
import { type Grouping, isGroupable, readGrouping, writeGrouping } from './grouping'
import type { ChangePlan, ListPlan } from './useListPlan'

const GroupLevels = lazy(() => import('./GroupLevels').then((file) => ({ default: file.GroupLevels })))

interface GroupMenuProps {
  readonly object: ObjectMeta
  readonly plan: ListPlan
  readonly change: ChangePlan
  readonly compact: boolean
}

const MOST = 2

export function GroupMenu({ object, plan, change, compact }: GroupMenuProps) {
  const [opened, setOpened] = useState(false)
  const [adding, setAdding] = useState(false)
  const levels = [plan.group, plan.subgroup].flatMap((text) => readGrouping(object, text) ?? [])
  const names = levels.map(({ field }) => field.name)
  const close = (): void => {
    setOpened(false)
    setAdding(false)
  }
  const open = (): void => (opened ? close() : setOpened(true))
  const set = (next: readonly Grouping[]): void => {
    const [first, second] = next
    change({ group: first ? writeGrouping(first) : null, subgroup: second ? writeGrouping(second) : null })
  }
  const label = t('engine.group.title')
  const shown = levels[0] ? t('engine.group.by', { field: levels.map(({ field }) => field.label).join(' › ') }) : label
  const target = compact ? (
    <IconButton label={shown} variant="default" pressed={levels.length > 0} tooltip={false} onClick={open}>
      <IconLayoutRows size={18} />
    </IconButton>
  ) : (
    <Button
      icon={<IconLayoutRows size={16} />}
      aria-expanded={opened}
      data-on={levels.length > 0 || undefined}
      onClick={open}
    >
      {shown}
    </Button>
  )
  return (
    <PickPopover opened={opened} onClose={close} title={label} target={target} width={320}>
      {levels.length === 0 || adding ? (
        <FieldList
          object={object}
          label={label}
          selected={names}
          deep={false}
          wanted={(field) => isGroupable(field) && !names.includes(field.name)}
          onPick={(path) => {
            const picked = readGrouping(object, path)
            if (picked) set([...levels, picked])
            setAdding(false)
          }}
        />
      ) : (
        <Suspense fallback={null}>
          <GroupLevels
            levels={levels}
            onLevels={set}
            onAdd={levels.length < MOST ? () => setAdding(true) : undefined}
          />
        </Suspense>
      )}
    </PickPopover>
  )
}
