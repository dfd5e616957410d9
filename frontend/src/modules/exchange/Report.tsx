/** The report of a dry run or an import: figures first, then what is worth a look. */

import { Link } from '@tanstack/react-router'
import { Card } from '@/design'
import { t } from '@/platform/i18n'
import { recordPath } from '@/platform/paths'
import type { ObjectMeta } from '@/platform/types'
import classes from './exchange.module.css'
import type { Report } from './types'

const FIGURES = ['created', 'updated', 'unchanged', 'rejected'] as const

export function Figures({ report, tense }: { report: Report; tense: 'will' | 'did' }) {
  return (
    <dl className={classes.figures}>
      {FIGURES.map((name) => (
        <div key={name} className={classes.figure} data-bad={(name === 'rejected' && report[name] > 0) || undefined}>
          <dt>{t(`exchange.${tense}.${name}`)}</dt>
          <dd>{t('exchange.n', { n: report[name] })}</dd>
        </div>
      ))}
    </dl>
  )
}

const MOST = 12

export function Findings({ report, object }: { report: Report; object: ObjectMeta }) {
  const missing = Object.entries(report.missing).filter(([, names]) => Object.keys(names).length > 0)
  return (
    <>
      {report.reasons.length > 0 ? (
        <Card title={t('exchange.reasons')} flush>
          <ul className={classes.findings}>
            {report.reasons.map((reason) => (
              <li key={`${reason.code}/${reason.column}`} className={classes.finding}>
                <span>
                  {reason.column ? <strong>{reason.column}: </strong> : null}
                  {reason.message}
                </span>
                <span className={classes.soft}>
                  {t('exchange.rows_like', { count: reason.count, rows: reason.rows.join(', ') })}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {missing.map(([column, names]) => (
        <Card key={column} title={t('exchange.will_create', { column, count: Object.keys(names).length })}>
          <p className={classes.soft}>
            {Object.keys(names).slice(0, MOST).join(' · ')}
            {Object.keys(names).length > MOST ? ' …' : ''}
          </p>
        </Card>
      ))}
      {report.duplicates.length > 0 ? (
        <Card title={t('exchange.duplicates', { count: report.doubles })} flush>
          <ul className={classes.findings}>
            {report.duplicates.slice(0, MOST).map((each) => (
              <li key={`${each.row}/${each.id ?? each.first}`} className={classes.finding}>
                <span>{t('exchange.row', { n: each.row })}</span>
                {each.id ? (
                  <Link to={recordPath(object.name, each.id)}>{each.label}</Link>
                ) : (
                  <span>{t('exchange.like_row', { label: each.label, n: each.first ?? 0 })}</span>
                )}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  )
}
