/** The groups of a list one by one: how long a span is, and which to take away. Loaded when the menu opens. */

import { IconPlus, IconX } from '@tabler/icons-react'
import { Button, IconButton, Select } from '@/design'
import { t } from '@/platform/i18n'
import { bucketWord } from './GroupHeading'
import { BUCKETS, type Grouping } from './grouping'
import classes from './list.module.css'

interface GroupLevelsProps {
  readonly levels: readonly Grouping[]
  readonly onLevels: (levels: readonly Grouping[]) => void
  readonly onAdd: (() => void) | undefined
}

export function GroupLevels({ levels, onLevels, onAdd }: GroupLevelsProps) {
  return (
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
                  if (bucket) onLevels(levels.map((each, index) => (index === at ? { ...each, bucket } : each)))
                }}
              />
            </div>
          ) : null}
          <IconButton
            size="sm"
            label={t('engine.group.remove', { field: level.field.label })}
            onClick={() => onLevels(levels.filter((_, index) => index !== at))}
          >
            <IconX size={14} />
          </IconButton>
        </div>
      ))}
      {onAdd ? (
        <Button variant="quiet" size="sm" icon={<IconPlus size={16} />} onClick={onAdd}>
          {t('engine.group.then')}
        </Button>
      ) : null}
    </div>
  )
}
