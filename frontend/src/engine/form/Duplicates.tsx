/** While a new record is typed: those that are already there, by a name that sounds alike, a number, an address. */

import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { api } from '@/platform/api'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { titleOf } from '@/platform/meta'
import { recordPath } from '@/platform/paths'
import type { FieldMeta, Json, ObjectMeta, Page, Rec } from '@/platform/types'
import { checkValue, toWrite } from '../fields/write'
import { useLookup } from '../lookup/lookup'
import { isEmpty, sameValue } from '../store/entry'
import classes from './form.module.css'
import type { FormValues } from './values'

interface DuplicatesProps {
  readonly object: ObjectMeta
  readonly field: FieldMeta
  readonly values: FormValues
  readonly onOpen: () => void
}

const MOST = 3
const PAUSE = 300

/** Kinds whose value belongs to one person or company: the same one twice is a hint. */
const TELLING: ReadonlySet<string> = new Set(['email', 'phone', 'url'])

/** Two Chinese characters name a company; two Latin letters name nothing. */
const longEnough = (title: string): boolean => title.length >= (/\p{Script=Han}/u.test(title) ? 2 : 4)

export function Duplicates(props: DuplicatesProps) {
  const { object, field, values } = props
  const value = values[field.name]
  if (field.name === object.title_field) {
    return longEnough(String(value ?? '').trim()) ? <SameName {...props} title={String(value).trim()} /> : null
  }
  const known = TELLING.has(field.kind) && field.operators?.includes('eq') && !isEmpty(value)
  return known && !checkValue(field, value) ? <SameValue {...props} value={toWrite(field, value)} /> : null
}

function SameName({ object, title, onOpen }: DuplicatesProps & { title: string }) {
  const { items } = useLookup(object.name, title)
  const found = items.slice(0, MOST).map(({ id, label, hint }) => ({ id, label, hint }))
  return <Found object={object} found={found} text={t('engine.form.similar')} onOpen={onOpen} />
}

function SameValue({ object, field, value, onOpen }: DuplicatesProps & { value: Json }) {
  const [wanted] = useDebouncedValue(value, PAUSE)
  const query = {
    where: { field: field.name, op: 'eq', value: wanted },
    fields: [object.title_field],
    limit: MOST,
    count: 'none',
  }
  const { data } = useQuery({
    queryKey: keys.list(object.name, query),
    queryFn: ({ signal }) => api.post<Page<Rec>>(`/query/${object.name}`, query, { signal }),
    enabled: sameValue(wanted, value),
    // A number that is not one yet is no reason to ask again.
    retry: false,
  })
  const found = (data?.items ?? []).map((item) => ({ id: item.id, label: titleOf(object, item) }))
  return <Found object={object} found={found} text={t('record.form.same', { field: field.label })} onOpen={onOpen} />
}

interface FoundProps {
  readonly object: ObjectMeta
  readonly found: readonly { readonly id: string; readonly label: string; readonly hint?: string | null | undefined }[]
  readonly text: string
  readonly onOpen: () => void
}

function Found({ object, found, text, onOpen }: FoundProps) {
  if (found.length === 0) return null
  return (
    <div className={classes.similar} role="status">
      <span>{text}</span>
      {found.map((item) => (
        <Link key={item.id} to={recordPath(object.name, item.id)} onClick={onOpen} title={item.hint ?? undefined}>
          {item.label || t('engine.untitled')}
        </Link>
      ))}
    </div>
  )
}
