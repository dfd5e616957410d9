/** Values of any field kind in few words, for sentences in which a whole field display would be too much. */

import { formatDate, formatDateTime, formatMoney, formatNumber, formatPercent, formatPhone } from '@/platform/format'
import { t } from '@/platform/i18n'
import { textOf } from '@/platform/records'
import type { FieldKind, MoneyValue, OptionMeta } from '@/platform/types'

type Writer = (value: never) => string

const WRITERS: Partial<Record<FieldKind, Writer>> = {
  checkbox: (value: boolean) => t(value ? 'value.yes' : 'value.no'),
  date: (value: string) => formatDate(value),
  datetime: (value: string) => formatDateTime(value),
  integer: (value: number) => formatNumber(value),
  number: (value: number) => formatNumber(value),
  money: (value: MoneyValue) => formatMoney(value),
  percent: (value: number) => formatPercent(value),
  phone: (value: string) => formatPhone(value),
  rich_text: (value: string) => value.replace(/<[^>]*>/g, ' ').trim(),
}

const LONGEST = 80

/** `options` are those of the field, if it has any: people read labels, not keys. */
export function plainText(value: unknown, kind: FieldKind, options: readonly OptionMeta[] = []): string {
  if (value === null || value === undefined || value === '') return ''
  const word = (each: unknown): string => options.find((option) => option.key === each)?.label ?? textOf(each)
  const text = Array.isArray(value) ? value.map(word).join(t('home.comma')) : (WRITERS[kind] ?? word)(value as never)
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
