/** Currencies by code and name, in the reader's language. */

import { locale } from '@/platform/i18n'

export function currencyChoices(codes: readonly string[]): { value: string; label: string }[] {
  return codes.map((code) => ({ value: code, label: `${code} · ${currencyName(code)}` }))
}

export function currencyName(code: string): string {
  return new Intl.DisplayNames(locale(), { type: 'currency' }).of(code) ?? code
}
