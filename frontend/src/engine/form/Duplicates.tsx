/** While a new record gets its name: those that are already there and sound alike. */

import { Link } from '@tanstack/react-router'
import { t } from '@/platform/i18n'
import { recordPath } from '@/platform/paths'
import type { ObjectMeta } from '@/platform/types'
import { useLookup } from '../lookup/lookup'
import classes from './form.module.css'

interface DuplicatesProps {
  readonly object: ObjectMeta
  readonly title: string
  readonly onOpen: () => void
}

const MOST = 3

/** Two Chinese characters name a company; two Latin letters name nothing. */
const longEnough = (title: string): boolean => title.length >= (/\p{Script=Han}/u.test(title) ? 2 : 4)

export function Duplicates({ object, title, onOpen }: DuplicatesProps) {
  const wanted = longEnough(title.trim()) ? title.trim() : ''
  return wanted ? <Similar object={object} title={wanted} onOpen={onOpen} /> : null
}

function Similar({ object, title, onOpen }: DuplicatesProps) {
  const { items } = useLookup(object.name, title)
  if (items.length === 0) return null
  return (
    <div className={classes.similar} role="status">
      <span>{t('engine.form.similar')}</span>
      {items.slice(0, MOST).map((item) => (
        <Link key={item.id} to={recordPath(object.name, item.id)} onClick={onOpen}>
          {item.label}
        </Link>
      ))}
    </div>
  )
}
