/** The pick list of records: found by name as one types, with "create" for the one that is not there yet. */

import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Avatar, Button, ObjectIcon, toast } from '@/design'
import { problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import { useObject } from '@/platform/meta'
import { useSession } from '@/platform/session'
import type { LinkValue, ObjectMeta, SearchItem } from '@/platform/types'
import { quickCreate } from '../form/quickCreate'
import { type PickItem, PickList } from '../parts/PickList'
import { faceOf } from '../slots'
import { rememberName, useLookup } from './lookup'

export interface RecordListProps {
  readonly object: string
  readonly label: string
  readonly selected: readonly LinkValue[]
  readonly onPick: (link: LinkValue) => void
  readonly multiple?: boolean
  readonly onClear?: (() => void) | undefined
  /** Filters name people who are there; only fields of a record create new ones. */
  readonly canCreate?: boolean
  /** Makes the missing one in its own way; otherwise it is made from its name and picked. */
  readonly onCreate?: (name: string) => void
}

export function RecordList({
  object,
  label,
  selected,
  onPick,
  multiple,
  onClear,
  canCreate,
  onCreate,
}: RecordListProps) {
  const [text, setText] = useState('')
  const meta = useObject(object)
  const { items, loading } = useLookup(object, text)
  const mine = useMyself(object, text)
  const found = [...mine, ...items.filter((item) => !mine.some((me) => me.id === item.id))]
  const pick = (id: string): void => {
    const item = found.find((each) => each.id === id) ?? selected.find((each) => each.id === id)
    if (!item) onClear?.()
    else choose({ id, label: item.label })
  }
  const choose = (link: LinkValue): void => {
    rememberName(object, link.id, link.label)
    onPick(link)
  }
  const create = (name: string): void => {
    if (!meta || !creatable(meta, canCreate)) return
    if (onCreate) onCreate(name)
    else makeAndChoose(meta, name)
  }
  const makeAndChoose = (home: ObjectMeta, name: string): void => {
    quickCreate(home, name).then(
      (link) => link && choose(link),
      (error: unknown) => toast({ text: problemText(error), tone: 'danger' }),
    )
  }
  const rows = [
    ...(text ? [] : selected.map((link) => row(object, { id: link.id, label: link.label ?? '' }))),
    ...found.filter((item) => text || !selected.some((link) => link.id === item.id)).map((item) => row(object, item)),
    ...(onClear && selected.length > 0 && !text ? [{ key: '', label: t('engine.pick.empty') }] : []),
  ]
  return (
    <PickList
      label={label}
      multiple={Boolean(multiple)}
      items={rows}
      selected={selected.map((link) => link.id)}
      loading={loading}
      onSearch={setText}
      onPick={pick}
      onMiss={create}
      footer={(name) =>
        name && meta && creatable(meta, canCreate) ? (
          <Button variant="quiet" size="sm" wide icon={<IconPlus size={16} />} onClick={() => create(name)}>
            {t('engine.pick.create', { object: meta.label, name })}
          </Button>
        ) : null
      }
    />
  )
}

const creatable = (meta: ObjectMeta, asked: boolean | undefined): boolean =>
  Boolean(asked && meta.rights.create && meta.name !== 'user')

/** Among people, I come first: most owners are set to oneself. */
function useMyself(object: string, text: string): readonly SearchItem[] {
  const { user } = useSession()
  return object === 'user' && !text ? [{ id: user.id, label: user.name, hint: t('engine.me') }] : []
}

function row(object: string, item: SearchItem): PickItem {
  return {
    key: item.id,
    label: item.label,
    hint: item.hint ?? undefined,
    content: <Named object={object} label={item.label} />,
  }
}

/** A record by its name and its face. */
export function Named({ object, label }: { object: string; label: string }) {
  const face = faceOf(object)
  const icon = useObject(object)?.icon ?? 'box'
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 'var(--s-2)', minWidth: 0, maxWidth: '100%' }}>
      {face ? <Avatar name={label} size={20} kind={face} /> : <ObjectIcon name={icon} size={16} />}
      <span style={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>{label}</span>
    </span>
  )
}
