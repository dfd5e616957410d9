/** Where a record stands on its way: the stages of its path, one click to the next, behind each what it asks for. */

import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { chipColors, cx } from '@/design'
import { t } from '@/platform/i18n'
import type { FieldMeta, ObjectMeta, OptionMeta, Rec } from '@/platform/types'
import { missingFor } from '../board/lanes'
import { saveRecord, type Values } from '../data/save'
import { openOptions } from '../fields/choice/options'
import { optionColor } from '../fields/parts/OptionChip'
import { NeedSheet } from '../form/NeedSheet'
import { findField, isWritable } from '../meta/paths'
import classes from './path.module.css'

export function StagePath({ object, rec }: { object: ObjectMeta; rec: Rec }) {
  const name = object.config?.stage_field
  const field = typeof name === 'string' ? findField(object, name) : undefined
  return field ? <Path object={object} rec={rec} field={field} /> : null
}

interface Wish {
  readonly option: OptionMeta
  readonly missing: readonly FieldMeta[]
}

/** On a narrow screen the path scrolls: what counts is where the record stands. */
function intoSight(button: HTMLElement | null): void {
  const path = button?.closest('ol')
  if (button && path) path.scrollLeft = button.offsetLeft - (path.clientWidth - button.offsetWidth) / 2
}

function Path({ object, rec, field }: { object: ObjectMeta; rec: Rec; field: FieldMeta }) {
  const [wish, setWish] = useState<Wish>()
  const present = rec[field.name]
  const options = openOptions(field, rec)
  const at = options.findIndex((option) => option.key === present)
  const editable = Boolean(object.rights.update) && isWritable(field)
  const save = (option: OptionMeta, more: Values): void => {
    setWish(undefined)
    void saveRecord(object, rec.id, { ...more, [field.name]: option.key }, { undo: true })
  }
  const go = (option: OptionMeta): void => {
    if (option.key === present) return
    const missing = missingFor(object, option, rec)
    if (missing.length > 0) setWish({ option, missing })
    else save(option, {})
  }
  return (
    <nav className={classes.path} aria-label={field.label}>
      <ol className={classes.stages}>
        {options.map((option, index) => {
          const passed = index < at && !options[at]?.config?.lost
          return (
            <li key={option.key} className={classes.place}>
              <button
                ref={index === at ? intoSight : undefined}
                type="button"
                className={cx(classes.stage, passed && classes.passed, index === at && classes.here)}
                style={chipColors(optionColor(option.color))}
                aria-current={index === at ? 'step' : undefined}
                disabled={!editable}
                onClick={() => go(option)}
              >
                {passed ? <IconCheck size={14} aria-hidden /> : null}
                <span>{option.label}</span>
              </button>
            </li>
          )
        })}
      </ol>
      {wish ? (
        <NeedSheet
          object={object}
          fields={wish.missing}
          values={rec}
          title={t('engine.board.needs', { column: wish.option.label })}
          onDone={(values) => (values ? save(wish.option, values) : setWish(undefined))}
        />
      ) : null}
    </nav>
  )
}
