/** How many records the list has: "1,000+" until somebody wants to know exactly; and what their amounts add up to. */

import { useState } from 'react'
import { t } from '@/platform/i18n'
import { sumText } from './GroupHeading'
import classes from './list.module.css'
import type { ListPlan } from './useListPlan'
import { type ListRows, summedColumns } from './useRows'

export function Total({ rows, plan }: { readonly rows: ListRows; readonly plan: ListPlan }) {
  const [counting, setCounting] = useState(false)
  if (rows.total === null) return null
  const count = (): void => {
    setCounting(true)
    rows.countExactly().finally(() => setCounting(false))
  }
  return (
    <footer className={classes.foot}>
      {rows.capped ? (
        <button type="button" className={classes.exact} onClick={count} disabled={counting}>
          {t('engine.list.more_than', { n: CAP })} ·{' '}
          {t(counting ? 'engine.list.counting' : 'engine.list.count_exactly')}
        </button>
      ) : (
        <span>{t('engine.list.count', { count: rows.total })}</span>
      )}
      {rows.groups
        ? summedColumns(plan.columns).map(({ path, field }) => {
            const text = sumText(field, rows.groups?.total[path])
            return text ? (
              <span key={path}>
                {field.label} <strong className={classes.sum}>{text}</strong>
              </span>
            ) : null
          })
        : null}
    </footer>
  )
}

const CAP = 1000
