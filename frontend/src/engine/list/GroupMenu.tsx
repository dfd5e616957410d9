/** What a list is grouped by: one field, or two, one inside the other; days by spans of time. */

import { IconLayoutRows, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { Button, IconButton, Select } from '@/design'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import { FieldList } from '../filter/FieldPicker'
import { PickPopover } from '../parts/PickPopover'
import { bucketWord } from './GroupHeading'
import { BUCKETS, type Grouping, isGroupable, readGrouping, writeGrouping } from './grouping'
import classes from './list.module.css'
import type { ChangePlan, ListPlan } from './useListPlan'

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
        <div className={classes.menu}>
          {levels.map((level, at) => (
            <div key={level.field.name} className={classes.menuRow}>
              <span className={classes.menuLabel}>{level.field.label}</span>
              {level.bucket ? (
                <div className={classes.bucket}>
                  <Select
                    aria-label={t('engine.group.span', { field: level.field.label })}
                    data={BUCKETS.map((bucket) => ({ value: bucket, label: bucketWord(bucket) }))}
                    value={level.bucket}
                    allowDeselect={false}
                    comboboxProps={{ withinPortal: false }}
                    onChange={(value) => {
                      const bucket = BUCKETS.find((each) => each === value)
                      if (bucket) set(levels.map((each, index) => (index === at ? { ...each, bucket } : each)))
                    }}
                  />
                </div>
              ) : null}
              <IconButton
                size="sm"
                label={t('engine.group.remove', { field: level.field.label })}
                onClick={() => set(levels.filter((_, index) => index !== at))}
              >
                <IconX size={14} />
              </IconButton>
            </div>
          ))}
          {levels.length < MOST ? (
            <Button variant="quiet" size="sm" icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>
              {t('engine.group.then')}
            </Button>
          ) : null}
        </div>
      )}
    </PickPopover>
  )
}
