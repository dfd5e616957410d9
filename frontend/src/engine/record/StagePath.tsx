/** Where a record stands on its way: the stages of its path, one click to the next, behind each what it asks for. */

import { IconCheck } from '@tabler/icons-react'
import { type KeyboardEvent, useState } from 'react'
import { chipColors, cx, tip } from '@/design'
import { daysUntil, formatDateTime } from '@/platform/format'
import { t } from '@/platform/i18n'
import type { FieldMeta, ObjectMeta, OptionMeta, Rec } from '@/platform/types'
import { isEnd, missingFor } from '../board/lanes'
import { SINCE } from '../board/signals'
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

/** The arrow keys walk along the path; Enter or Space moves the record. */
function walk(event: KeyboardEvent<HTMLOListElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key]
  const next = to === undefined ? undefined : buttons[to]
  if (!next) return
  event.preventDefault()
  next.focus()
}

function Path({ object, rec, field }: { object: ObjectMeta; rec: Rec; field: FieldMeta }) {
  const [wish, setWish] = useState<Wish>()
  const present = rec[field.name]
  const options = openOptions(field, rec)
  const at = options.findIndex((option) => option.key === present)
  const here = options[at]
  const days = isEnd(here) ? undefined : daysIn(rec)
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
      <ol className={classes.stages} onKeyDown={walk}>
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
                tabIndex={index === Math.max(at, 0) ? 0 : -1}
                {...(index === at && days !== undefined ? sinceTip(rec) : {})}
                disabled={!editable}
                onClick={() => go(option)}
              >
                {passed ? <IconCheck size={14} aria-hidden /> : null}
                <span>{option.label}</span>
                {index === at && days !== undefined ? (
                  <span className={classes.days}>{t('record.path.days', { count: days })}</span>
                ) : null}
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

/** Whole days since the record came to where it stands. */
function daysIn(rec: Rec): number | undefined {
  const since = rec[SINCE]
  return typeof since === 'string' ? Math.max(0, -daysUntil(since)) : undefined
}

const sinceTip = (rec: Rec) => tip(t('record.path.since', { when: formatDateTime(String(rec[SINCE])) }), 'bottom')
