/** An amount in a currency; the amount in the workspace's own currency stands beside it. */

import { currentBaseCurrency, formatMoney } from '@/platform/format'
import { t } from '@/platform/i18n'
import type { MoneyValue } from '@/platform/types'
import { MoneyInput, NumberFilter } from '../lazily'
import classes from '../parts/cells.module.css'
import { fieldUi } from '../types'

export const money = fieldUi<MoneyValue>({
  Cell: ({ value, wide }) => (
    <span className={classes.number} title={inBase(value)}>
      {formatMoney(value)}
      {wide && inBase(value) ? <span className={classes.more}> {inBase(value)}</span> : null}
    </span>
  ),
  Input: MoneyInput,
  Filter: NumberFilter,
  inline: 'type',
  width: 130,
  align: 'end',
  text: (value) => formatMoney(value),
  write: ({ amount, currency }) => ({ amount, currency }),
  check: ({ amount }) => (Number.isFinite(amount) ? undefined : t('engine.check.number')),
})

function inBase({ currency, base }: MoneyValue): string | undefined {
  const own = currentBaseCurrency()
  if (currency === own || base === undefined || base === null) return undefined
  return `≈ ${formatMoney({ amount: base, currency: own })}`
}
