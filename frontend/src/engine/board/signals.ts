/** What a card warns of, for objects that have such fields: nothing planned, something overdue, no movement. */

import { daysUntil } from '@/platform/format'
import { t } from '@/platform/i18n'
import type { FieldMeta, ObjectMeta, OptionMeta, Rec } from '@/platform/types'
import { findField } from '../meta/paths'
import { isEnd } from './lanes'

export interface Signal {
  readonly tone: 'danger' | 'warn' | 'neutral'
  readonly text: string
}

export const NEXT_STEP = 'next_step'
export const NEXT_STEP_AT = 'next_step_at'
export const SINCE = 'stage_since'

/** The choice that says how far a record is, whatever a board is laid out by. */
export const stageField = (object: ObjectMeta): FieldMeta | undefined =>
  object.board_field ? findField(object, object.board_field) : undefined

/** The fields that signals are read from, among those the object has. */
export const signalFields = (object: ObjectMeta): readonly string[] =>
  [NEXT_STEP, NEXT_STEP_AT, SINCE, object.board_field ?? ''].filter((name) => findField(object, name))

/** After how many days without movement a card says so, unless its stage says another number; 0 means never. */
const STUCK_AFTER = 30
const AFTER = 'stuck_after'

export function signalOf(
  object: ObjectMeta,
  rec: Rec,
  option: OptionMeta | undefined,
  now = new Date(),
): Signal | undefined {
  if (isEnd(option)) return undefined
  if (findField(object, NEXT_STEP_AT)) {
    const at = rec[NEXT_STEP_AT]
    if (typeof at !== 'string') return { tone: 'warn', text: t('engine.signal.no_next_step') }
    const days = daysUntil(at, now)
    if (days < 0) return { tone: 'danger', text: t('engine.signal.overdue', { count: -days }) }
  }
  const since = rec[SINCE]
  const rest = typeof since === 'string' ? -daysUntil(since, now) : 0
  const named = option?.config?.[AFTER]
  const after = typeof named === 'number' ? named : STUCK_AFTER
  return after > 0 && rest >= after ? { tone: 'neutral', text: t('engine.signal.stuck', { count: rest }) } : undefined
}
