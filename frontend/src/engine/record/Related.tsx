/** The records that belong to this one, by object; one can be linked or made on the spot, or taken out again. */

import { IconUnlink } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card, EmptyState, IconButton, ObjectIcon } from '@/design'
import { api } from '@/platform/api'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { useWatch } from '@/platform/live'
import { titleOf, useMeta } from '@/platform/meta'
import { listPath, recordPath } from '@/platform/paths'
import type { ChildMeta, FieldMeta, ObjectMeta, Page, Rec } from '@/platform/types'
import { touchLists } from '../data/list'
import { saveRecord } from '../data/save'
import { FieldValue } from '../fields/FieldValue'
import { findField, findObject, isWritable } from '../meta/paths'
import { toSearch } from '../query/url'
import { isEmpty } from '../store/entry'
import { RelatedAdd } from './RelatedAdd'
import classes from './related.module.css'

export function Related({ object, rec }: { object: ObjectMeta; rec: Rec }) {
  const meta = useMeta()
  const lists = (object.children ?? []).flatMap((child) => {
    const other = findObject(meta, child.object)
    return other && !other.config?.timeline ? [{ child, other }] : []
  })
  if (lists.length === 0) return <EmptyState inline title={t('engine.related.none')} />
  return lists.map(({ child, other }) => (
    <RelatedCard
      key={`${child.object}.${child.field}`}
      child={child}
      other={other}
      home={object}
      rec={rec}
      doubled={lists.filter((each) => each.other === other).length > 1}
    />
  ))
}

interface RelatedCardProps {
  readonly child: ChildMeta
  readonly other: ObjectMeta
  readonly home: ObjectMeta
  readonly rec: Rec
  /** The other object points here by more than one field: say by which. */
  readonly doubled: boolean
}

const FIRST = 5

function RelatedCard({ child, other, home, rec, doubled }: RelatedCardProps) {
  useWatch(other.name)
  const where = { field: child.field, op: 'eq', value: rec.id }
  const facts = (other.layout?.highlights ?? []).filter((name) => name !== child.field).slice(0, 3)
  const query = { where, fields: [...new Set([other.title_field, ...facts])], limit: FIRST, count: 'capped' }
  const { data } = useQuery({
    queryKey: keys.list(other.name, query),
    queryFn: ({ signal }) => api.post<Page<Rec>>(`/query/${other.name}`, query, { signal }),
  })
  const pointer = findField(other, child.field)
  const canAdd = Boolean(pointer && !pointer.readonly && (other.rights.create || other.rights.update))
  if (!pointer || (data?.items.length === 0 && !canAdd)) return null
  const title = doubled ? `${other.plural} · ${pointer.label}` : other.plural
  const all = { to: listPath(other.name), search: toSearch({ where }) as never }
  return (
    <Card
      flush
      className={classes.card}
      title={
        <Link {...all} className={classes.title}>
          <ObjectIcon name={other.icon} size={16} /> {title}
          <span className={classes.count}>{data?.total ?? ''}</span>
        </Link>
      }
      actions={
        canAdd ? (
          <RelatedAdd other={other} pointer={pointer} link={{ id: rec.id, label: titleOf(home, rec) }} />
        ) : undefined
      }
    >
      {data && data.items.length > 0 ? (
        <ul className={classes.list}>
          {data.items.map((item) => (
            <RelatedRow key={item.id} object={other} item={item} facts={facts} pointer={pointer} />
          ))}
        </ul>
      ) : null}
      {data && (data.total ?? 0) > FIRST ? (
        <Link {...all} className={classes.all}>
          {t('engine.related.all', { n: data.total ?? 0 })}
        </Link>
      ) : null}
    </Card>
  )
}

interface RelatedRowProps {
  readonly object: ObjectMeta
  readonly item: Rec
  readonly facts: readonly string[]
  readonly pointer: FieldMeta
}

function RelatedRow({ object, item, facts, pointer }: RelatedRowProps) {
  const name = titleOf(object, item) || t('engine.untitled')
  const loose = pointer.kind === 'link' && !pointer.required && object.rights.update && isWritable(pointer)
  const unlink = (): void => {
    void saveRecord(object, item.id, { [pointer.name]: null }, { undo: true }).then(() => touchLists(object.name))
  }
  return (
    <li className={classes.row}>
      <span className={classes.names}>
        <Link to={recordPath(object.name, item.id)} className={classes.name}>
          {name}
        </Link>
        <span className={classes.facts}>
          {facts.map((fact) => {
            const field = findField(object, fact)
            return field && fact !== object.title_field && !isEmpty(item[fact]) ? (
              <FieldValue key={fact} field={field} value={item[fact]} />
            ) : null
          })}
        </span>
      </span>
      {loose ? (
        <IconButton size="sm" className={classes.unlink} label={t('record.related.unlink', { name })} onClick={unlink}>
          <IconUnlink size={16} />
        </IconButton>
      ) : null}
    </li>
  )
}
