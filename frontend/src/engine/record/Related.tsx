/** The records that belong to this one, by object, with a way to add another on the spot. */

import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card, EmptyState, IconButton, ObjectIcon } from '@/design'
import { api } from '@/platform/api'
import { requestCreate } from '@/platform/create'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { useWatch } from '@/platform/live'
import { titleOf, useMeta } from '@/platform/meta'
import { listPath, recordPath } from '@/platform/paths'
import type { ChildMeta, ObjectMeta, Page, Rec } from '@/platform/types'
import { FieldValue } from '../fields/FieldValue'
import { findField, findObject } from '../meta/paths'
import { toSearch } from '../query/url'
import { isEmpty } from '../store/entry'
import classes from './record.module.css'

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
  if (data?.items.length === 0 && (!other.rights.create || pointer?.readonly)) return null
  const link = { id: rec.id, label: titleOf(home, rec) }
  const title = doubled && pointer ? `${other.plural} · ${pointer.label}` : other.plural
  const add = (
    <IconButton
      size="sm"
      label={t('engine.related.add', { object: other.label })}
      onClick={() => requestCreate(other.name, { [child.field]: link })}
    >
      <IconPlus size={16} />
    </IconButton>
  )
  return (
    <Card
      flush
      className={classes.section}
      title={
        <span className={classes.relatedTitle}>
          <ObjectIcon name={other.icon} size={16} /> {title}
          <span className={classes.relatedCount}>{data?.total ?? ''}</span>
        </span>
      }
      actions={other.rights.create && !pointer?.readonly ? add : undefined}
    >
      {data?.items.length === 0 ? <p className={classes.relatedNone}>{t('engine.related.empty')}</p> : null}
      <ul className={classes.relatedList}>
        {data?.items.map((item) => (
          <RelatedRow key={item.id} object={other} item={item} facts={facts} />
        ))}
      </ul>
      {data && (data.total ?? 0) > FIRST ? (
        <Link to={listPath(other.name)} search={toSearch({ where }) as never} className={classes.relatedAll}>
          {t('engine.related.all', { n: data.total ?? 0 })}
        </Link>
      ) : null}
    </Card>
  )
}

function RelatedRow({ object, item, facts }: { object: ObjectMeta; item: Rec; facts: readonly string[] }) {
  return (
    <li className={classes.relatedRow}>
      <Link to={recordPath(object.name, item.id)} className={classes.relatedName}>
        {titleOf(object, item) || t('engine.untitled')}
      </Link>
      <span className={classes.relatedFacts}>
        {facts.map((name) => {
          const field = findField(object, name)
          return field && name !== object.title_field && !isEmpty(item[name]) ? (
            <FieldValue key={name} field={field} value={item[name]} />
          ) : null
        })}
      </span>
    </li>
  )
}
