/** The sort keys in their order, with their directions. */

import { IconArrowDown, IconArrowsSort, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { Button, IconButton } from '@/design'
import { t } from '@/platform/i18n'
import { useMeta } from '@/platform/meta'
import type { FieldMeta, ObjectMeta } from '@/platform/types'
import { FieldList } from '../filter/FieldPicker'
import { fieldAt } from '../meta/paths'
import { PickPopover } from '../parts/PickPopover'
import type { SortKey } from '../query/types'
import classes from './list.module.css'

interface SortMenuProps {
  readonly object: ObjectMeta
  readonly sort: readonly SortKey[]
  readonly onSort: (sort: readonly SortKey[]) => void
  readonly compact?: boolean
}

const sortable = (field: FieldMeta): boolean => field.sortable !== false

export function SortMenu({ object, sort, onSort, compact }: SortMenuProps) {
  const [opened, setOpened] = useState(false)
  const [adding, setAdding] = useState(false)
  const close = (): void => {
    setOpened(false)
    setAdding(false)
  }
  const open = (): void => (opened ? close() : setOpened(true))
  const label = t('engine.sort.title')
  const target = compact ? (
    <IconButton label={label} variant="default" pressed={sort.length > 0} tooltip={false} onClick={open}>
      <IconArrowsSort size={18} />
    </IconButton>
  ) : (
    <Button icon={<IconArrowsSort size={16} />} aria-expanded={opened} onClick={open}>
      {sort.length > 0 ? t('engine.sort.count', { count: sort.length }) : label}
    </Button>
  )
  return (
    <PickPopover opened={opened} onClose={close} title={label} target={target} width={280}>
      {sort.length === 0 || adding ? (
        <FieldList
          object={object}
          label={t('engine.sort.by')}
          selected={sort.map((key) => key.by)}
          wanted={sortable}
          onPick={(by) => {
            onSort([...sort.filter((key) => key.by !== by), { by }])
            setAdding(false)
          }}
        />
      ) : (
        <div className={classes.menu}>
          {sort.map((key) => (
            <SortRow key={key.by} object={object} sortKey={key} sort={sort} onSort={onSort} />
          ))}
          <Button variant="quiet" size="sm" icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>
            {t('engine.sort.add')}
          </Button>
        </div>
      )}
    </PickPopover>
  )
}

interface SortRowProps extends Pick<SortMenuProps, 'object' | 'sort' | 'onSort'> {
  readonly sortKey: SortKey
}

function SortRow({ object, sortKey, sort, onSort }: SortRowProps) {
  const label = fieldAt(useMeta(), object, sortKey.by)?.label ?? sortKey.by
  const turn = (): void =>
    onSort(sort.map((key) => (key === sortKey ? { by: key.by, ...(key.desc ? {} : { desc: true }) } : key)))
  return (
    <div className={classes.menuRow}>
      <span className={classes.menuLabel}>{label}</span>
      <Button
        size="sm"
        variant="quiet"
        icon={sortKey.desc ? <IconArrowDown size={16} /> : <IconArrowUp size={16} />}
        onClick={turn}
      >
        {t(sortKey.desc ? 'engine.sort.desc' : 'engine.sort.asc')}
      </Button>
      <IconButton
        size="sm"
        label={t('engine.sort.remove', { field: label })}
        onClick={() => onSort(sort.filter((key) => key !== sortKey))}
      >
        <IconX size={14} />
      </IconButton>
    </div>
  )
}
