/** Shows both values, field by field, and lets the later one choose. */

import { useState } from 'react'
import { Button, Dialog, Radio } from '@/design'
import { formatRelative } from '@/platform/format'
import { t } from '@/platform/i18n'
import type { FieldMeta, UserBrief } from '@/platform/types'
import { type Conflict, endConflict, saveRecord } from '../data/save'
import { FieldValue } from '../fields/FieldValue'
import { findField } from '../meta/paths'
import classes from './record.module.css'

type Side = 'mine' | 'theirs'

export function ConflictChoice({ conflict }: { conflict: Conflict }) {
  const { object, id, mine, theirs, fields } = conflict
  const [sides, setSides] = useState<Readonly<Record<string, Side>>>({})
  const who = (theirs.updated_by as UserBrief | null | undefined)?.label ?? t('engine.someone')
  const keep = (): void => {
    endConflict()
    const dropped = fields.filter((name) => sides[name] !== 'mine')
    const kept = Object.fromEntries(Object.entries(mine).filter(([name]) => !dropped.includes(name)))
    if (Object.keys(kept).length > 0) void saveRecord(object, id, kept, { version: theirs.version })
  }
  return (
    <Dialog
      open
      onClose={endConflict}
      title={t('engine.conflict.title')}
      size={560}
      footer={
        <>
          <Button onClick={endConflict}>{t('engine.conflict.theirs_all')}</Button>
          <Button variant="primary" onClick={keep}>
            {t('engine.conflict.save')}
          </Button>
        </>
      }
    >
      <p>{t('engine.conflict.body', { who, when: formatRelative(String(theirs.updated_at ?? '')) })}</p>
      {fields.map((name) => {
        const field = findField(object, name)
        return field ? (
          <Radio.Group
            key={name}
            className={classes.conflict}
            label={field.label}
            value={sides[name] ?? 'theirs'}
            onChange={(side) => setSides({ ...sides, [name]: side as Side })}
          >
            <div className={classes.sides}>
              <Choice field={field} side="theirs" title={who} value={theirs[name]} />
              <Choice field={field} side="mine" title={t('engine.conflict.mine')} value={mine[name]} />
            </div>
          </Radio.Group>
        ) : null
      })}
    </Dialog>
  )
}

interface ChoiceProps {
  readonly field: FieldMeta
  readonly side: Side
  readonly title: string
  readonly value: unknown
}

function Choice({ field, side, title, value }: ChoiceProps) {
  return (
    <Radio
      value={side}
      label={
        <span className={classes.choice}>
          <span className={classes.choiceTitle}>{title}</span>
          <FieldValue field={field} value={value} wide empty={<em>{t('engine.pick.empty')}</em>} />
        </span>
      }
    />
  )
}
