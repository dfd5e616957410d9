/** How many records the list has: "1,000+" until somebody wants to know exactly. */

import { useState } from 'react'
import { t } from '@/platform/i18n'
import type { ListSource, ListView } from '../data/ListSource'
import classes from './list.module.css'

export function Total({ source, view }: { source: ListSource; view: ListView }) {
  const [counting, setCounting] = useState(false)
  if (view.total === null) return null
  const count = (): void => {
    setCounting(true)
    source.countExactly().finally(() => setCounting(false))
  }
  return (
    <footer className={classes.foot}>
      {view.capped ? (
        <button type="button" className={classes.exact} onClick={count} disabled={counting}>
          {t('engine.list.more_than', { n: CAP })} ·{' '}
          {t(counting ? 'engine.list.counting' : 'engine.list.count_exactly')}
        </button>
      ) : (
        <span>{t('engine.list.count', { count: view.total })}</span>
      )}
    </footer>
  )
}

const CAP = 1000
