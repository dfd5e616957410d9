/** The way to a field's history; on hover and on focus it tells who changed it last, from what to what. */

import { IconHistory } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { IconButton, tip } from '@/design'
import { api } from '@/platform/api'
import { formatRelative } from '@/platform/format'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import type { FieldMeta, ObjectMeta, Rec, UserBrief } from '@/platform/types'
import { valueText } from '../fields/FieldValue'
import { isEmpty } from '../store/entry'
import classes from './record.module.css'

export interface HistoryItem {
  readonly id: string | number
  readonly at: string
  readonly actor: UserBrief | null
  readonly before: unknown
  readonly after: unknown
}

interface FieldStoryProps {
  readonly object: ObjectMeta
  readonly rec: Rec
  readonly field: FieldMeta
  /** The pointer or the focus is on the field: time to ask. */
  readonly near: boolean
  readonly onOpen: () => void
}

export function FieldStory({ object, rec, field, near, onOpen }: FieldStoryProps) {
  const [focused, setFocused] = useState(false)
  const { data } = useQuery({
    queryKey: [...keys.history(object.name, rec.id, field.name), 'last'],
    queryFn: ({ signal }) =>
      api.get<{ items: readonly HistoryItem[] }>(`/records/${object.name}/${rec.id}/history/${field.name}`, {
        params: { limit: 1 },
        signal,
      }),
    enabled: near || focused,
    staleTime: 60_000,
  })
  const last = data?.items[0]
  const told = last ? tell(field, last) : data ? t('engine.history.none') : ''
  return (
    <IconButton
      size="sm"
      className={classes.history}
      label={t('engine.history.of', { field: field.label })}
      tooltip={false}
      aria-description={told || undefined}
      {...(told ? tip(told) : {})}
      onFocus={() => setFocused(true)}
      onClick={onOpen}
    >
      <IconHistory size={14} />
    </IconButton>
  )
}

/** "Lin Yue, 3 days ago: Prospect → Customer". */
function tell(field: FieldMeta, { at, actor, before, after }: HistoryItem): string {
  const words = (value: unknown): string => (isEmpty(value) ? t('engine.pick.empty') : short(valueText(field, value)))
  const facts = { who: actor?.label ?? t('engine.someone'), when: formatRelative(at), after: words(after) }
  return isEmpty(before)
    ? t('record.history.set', facts)
    : t('record.history.changed', { ...facts, before: words(before) })
}

const LONG = 60
const short = (text: string): string => (text.length > LONG ? `${text.slice(0, LONG)}…` : text)
