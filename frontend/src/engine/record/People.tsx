/** The people a record is about, first of all: with their faces, and with what part they play. */

import { useQueries } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { Person } from '@/design'
import { api } from '@/platform/api'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { titleOf, useMeta } from '@/platform/meta'
import { binPath, recordPath } from '@/platform/paths'
import type { LinkValue, ObjectMeta, Page, Rec } from '@/platform/types'
import { valueText } from '../fields/FieldValue'
import { type Involved, namedInvolved, once, type Tie, tiesOf } from './involved'
import classes from './record.module.css'

const MOST = 6

export function People({ object, rec }: { object: ObjectMeta; rec: Rec }) {
  const meta = useMeta()
  const ties = useMemo(() => tiesOf(meta, object), [meta, object])
  const tied = useTied(ties, rec.id)
  const people = once([...namedInvolved(object, rec), ...tied]).filter((each) => each.link.id !== rec.id)
  if (people.length === 0) return null
  return (
    <ul className={classes.people} aria-label={t('engine.record.people')}>
      {people.slice(0, MOST + 2).map(({ object: home, link, role, face }) => (
        <li key={`${home}/${link.id}`}>
          <Link
            to={link.deleted ? binPath(home, link.label ?? '') : recordPath(home, link.id)}
            className={classes.person}
          >
            <Person
              name={link.label ?? ''}
              kind={face}
              size={32}
              hint={link.deleted ? t('engine.link.binned') : role}
            />
          </Link>
        </li>
      ))}
    </ul>
  )
}

function useTied(ties: readonly Tie[], id: string): readonly Involved[] {
  const answers = useQueries({
    queries: ties.map((tie) => {
      const query = {
        where: { field: tie.child.field, op: 'eq', value: id },
        fields: [
          tie.object.title_field,
          ...(tie.person ? [tie.person.name] : []),
          ...(tie.role ? [tie.role.name] : []),
        ],
        limit: MOST,
        count: 'none',
      }
      return {
        queryKey: keys.list(tie.object.name, query),
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          api.post<Page<Rec>>(`/query/${tie.object.name}`, query, { signal }),
      }
    }),
  })
  return answers.flatMap(({ data }, index) => {
    const tie = ties[index]
    return tie && data ? data.items.flatMap((item) => involvedBy(tie, item)) : []
  })
}

function involvedBy(tie: Tie, item: Rec): readonly Involved[] {
  const role = tie.role ? valueText(tie.role, item[tie.role.name]) : ''
  if (!tie.person) {
    const link = { id: item.id, label: titleOf(tie.object, item) }
    return [{ object: tie.object.name, link, role, face: 'person' }]
  }
  const link = item[tie.person.name] as LinkValue | null
  return link?.label && tie.person.to ? [{ object: tie.person.to, link, role, face: 'person' }] : []
}
