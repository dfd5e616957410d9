/** What a card warns of, for objects that have such fields: nothing planned, something overdue, no movement. */

import { daysUntil } from '@/platform/format'
import { t } from '@/platform/i18n'
import type { ObjectMeta, OptionMeta, Rec } from '@/platform/types'
import { findField } from '../meta/paths'
import { isEnd } from './lanes'

export interface Signal {
  readonly tone: 'danger' | 'warn' | 'neutral'
  readonly text: string
}

export const NEXT_STEP = 'next_step'
export const NEXT_STEP_AT = 'next_step_at'
export const SINCE = 'stage_since'

/** The fields that signals are read from, among those the object has. */
export const signalFields = (object: ObjectMeta): readonly string[] =>
  [NEXT_STEP, NEXT_STEP_AT, SINCE].filter((name) => findField(object, name))

const STUCK_AFTER = 30

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
  const limit = option?.config?.stuck_after
  return rest >= (typeof limit === 'number' && limit > 0 ? limit : STUCK_AFTER)
    ? { tone: 'neutral', text: t('engine.signal.stuck', { count: rest }) }
    : undefined
}
