/** An address as it is written on an envelope: large to small in Chinese and Japanese, small to large elsewhere. */

import { locale } from '@/platform/i18n'
import type { AddressValue } from '@/platform/types'

const LARGE_FIRST: ReadonlySet<string> = new Set(['CN', 'TW', 'HK', 'MO', 'JP', 'KR'])

export function addressLines(address: AddressValue): readonly string[] {
  const { street, city, region, postal } = address
  const country = countryName(address.country)
  const lines = LARGE_FIRST.has(address.country ?? '')
    ? [words(country, postal), words(region, city), street]
    : [street, words(postal, city), words(region, country)]
  return lines.filter((line): line is string => Boolean(line))
}

/** The city first: what a list is read for. */
export function addressLine(address: AddressValue): string {
  const { street, city, region } = address
  return [city ?? region, street, countryName(address.country)].filter(Boolean).join(', ')
}

const words = (...parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(' ')

export function countryName(code: string | null | undefined): string | undefined {
  if (!code) return undefined
  try {
    return new Intl.DisplayNames([locale()], { type: 'region' }).of(code) ?? code
  } catch {
    return code
  }
}
