/** Amount and currency side by side; the currency stays what it was until somebody changes it. */

import { Select } from '@mantine/core'
import { NumberInput } from '@/design'
import { currentBaseCurrency } from '@/platform/format'
import { t } from '@/platform/i18n'
import { useMeta } from '@/platform/meta'
import type { MoneyValue } from '@/platform/types'
import { attributes } from '../parts/attributes'
import { decimalsOf, toNumber } from '../parts/numbers'
import type { InputProps } from '../types'
import classes from './money.module.css'

export function MoneyInput(props: InputProps<MoneyValue>) {
  const { value, onChange, field, label, inline } = props
  const { currencies } = useMeta()
  const currency = value?.currency ?? currentBaseCurrency()
  const change = (amount: number | null, to: string): void =>
    onChange(amount === null ? null : { amount, currency: to })
  return (
    <div className={classes.box}>
      <NumberInput
        {...attributes(props)}
        className={classes.amount}
        hideControls
        thousandSeparator=","
        decimalScale={decimalsOf(field) ?? 2}
        value={value?.amount ?? ''}
        onChange={(amount) => change(toNumber(amount), currency)}
      />
      <Select
        className={classes.currency}
        size={inline ? 'sm' : undefined}
        aria-label={t('engine.money.currency', { field: label })}
        data={[...new Set([currency, ...currencies])]}
        value={currency}
        allowDeselect={false}
        searchable
        comboboxProps={{ width: 110, position: 'bottom-end' }}
        onChange={(to) => to && change(value?.amount ?? 0, to)}
      />
    </div>
  )
}
