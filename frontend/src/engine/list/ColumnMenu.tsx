/** Which columns are shown, and in which order; also for those who cannot drag. */

import { IconArrowDown, IconArrowUp, IconColumns3, IconPin, IconPlus, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { Button, IconButton } from '@/design'
import { t } from '@/platform/i18n'
import type { FieldMeta, ObjectMeta } from '@/platform/types'
import { FieldList } from '../filter/FieldPicker'
import { PickPopover } from '../parts/PickPopover'
import { MOST_PINS, type PlanColumn } from './columns'
import classes from './list.module.css'

interface ColumnMenuProps {
  readonly object: ObjectMeta
  readonly columns: readonly PlanColumn[]
  readonly pins: number
  readonly onColumns: (paths: readonly string[]) => void
  readonly onPins: (pins: number) => void
}

const any = (_: FieldMeta): boolean => true

export function ColumnMenu({ object, columns, pins, onColumns, onPins }: ColumnMenuProps) {
  const [opened, setOpened] = useState(false)
  const [adding, setAdding] = useState(false)
  const paths = columns.map((column) => column.path)
  const close = (): void => {
    setOpened(false)
    setAdding(false)
  }
  const swap = (at: number, by: number): void => {
    const next = [...paths]
    const [moved] = next.splice(at, 1)
    if (moved) next.splice(at + by, 0, moved)
    onColumns(next)
  }
  const target = (
    <Button
      icon={<IconColumns3 size={16} />}
      aria-expanded={opened}
      onClick={() => (opened ? close() : setOpened(true))}
    >
      {t('engine.columns.title')}
    </Button>
  )
  return (
    <PickPopover opened={opened} onClose={close} title={t('engine.columns.title')} target={target} width={340}>
      {adding ? (
        <FieldList
          object={object}
          label={t('engine.columns.add')}
          selected={paths}
          wanted={any}
          multiple
          onPick={(path) => onColumns(paths.includes(path) ? paths.filter((each) => each !== path) : [...paths, path])}
        />
      ) : (
        <div className={classes.menu}>
          {columns.map((column, at) => (
            <div key={column.path} className={classes.menuRow}>
              <span className={classes.menuLabel}>{column.field.label}</span>
              {at < MOST_PINS ? (
                <IconButton
                  size="sm"
                  label={t(at < pins ? 'engine.columns.unpin' : 'engine.columns.pin', { field: column.field.label })}
                  pressed={at < pins}
                  disabled={at === 0}
                  onClick={() => onPins(at < pins ? at : at + 1)}
                >
                  <IconPin size={14} />
                </IconButton>
              ) : null}
              {at > 0 ? (
                <>
                  <IconButton
                    size="sm"
                    label={t('engine.columns.left', { field: column.field.label })}
                    disabled={at === 1}
                    onClick={() => swap(at, -1)}
                  >
                    <IconArrowUp size={14} />
                  </IconButton>
                  <IconButton
                    size="sm"
                    label={t('engine.columns.right', { field: column.field.label })}
                    disabled={at === columns.length - 1}
                    onClick={() => swap(at, 1)}
                  >
                    <IconArrowDown size={14} />
                  </IconButton>
                  <IconButton
                    size="sm"
                    label={t('engine.columns.hide', { field: column.field.label })}
                    onClick={() => onColumns(paths.filter((path) => path !== column.path))}
                  >
                    <IconX size={14} />
                  </IconButton>
                </>
              ) : null}
            </div>
          ))}
          <Button variant="quiet" size="sm" icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>
            {t('engine.columns.add')}
          </Button>
        </div>
      )}
    </PickPopover>
  )
}
