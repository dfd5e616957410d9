/** How countries write an address: in which order its parts are asked for, and what a postcode looks like. Data. */

import type { AddressValue } from '@/platform/types'

export type Part = 'street' | 'postal' | 'city' | 'region'

const STREET_FIRST: readonly Part[] = ['street', 'postal', 'city', 'region']
const CITY_FIRST: readonly Part[] = ['street', 'city', 'region', 'postal']
const LARGE_FIRST: readonly Part[] = ['postal', 'region', 'city', 'street']

const ORDERS: Readonly<Record<string, readonly Part[]>> = {
  CN: LARGE_FIRST,
  TW: LARGE_FIRST,
  HK: LARGE_FIRST,
  MO: LARGE_FIRST,
  JP: LARGE_FIRST,
  KR: LARGE_FIRST,
  US: CITY_FIRST,
  CA: CITY_FIRST,
  AU: CITY_FIRST,
  GB: CITY_FIRST,
  IE: CITY_FIRST,
  IN: CITY_FIRST,
}

export const orderOf = (country: string | null | undefined): readonly Part[] => ORDERS[country ?? ''] ?? STREET_FIRST

interface Postcode {
  readonly shape: RegExp
  readonly example: string
}

const digits = (count: number, example: string): Postcode => ({ shape: new RegExp(`^\\d{${count}}$`), example })

const POSTCODES: Readonly<Record<string, Postcode>> = {
  CN: digits(6, '100000'),
  SG: digits(6, '018956'),
  IN: digits(6, '110001'),
  DE: digits(5, '10115'),
  FR: digits(5, '75001'),
  IT: digits(5, '00118'),
  ES: digits(5, '28001'),
  KR: digits(5, '03051'),
  AT: digits(4, '1010'),
  CH: digits(4, '8001'),
  BE: digits(4, '1000'),
  DK: digits(4, '1050'),
  NO: digits(4, '0150'),
  AU: digits(4, '2000'),
  US: { shape: /^\d{5}(?:-\d{4})?$/, example: '62701' },
  GB: { shape: /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i, example: 'SW1A 1AA' },
  CA: { shape: /^[A-Z]\d[A-Z] ?\d[A-Z]\d$/i, example: 'K1A 0B1' },
  NL: { shape: /^\d{4} ?[A-Z]{2}$/i, example: '1012 AB' },
  JP: { shape: /^\d{3}-?\d{4}$/, example: '100-0001' },
  PL: { shape: /^\d{2}-\d{3}$/, example: '00-001' },
  SE: { shape: /^\d{3} ?\d{2}$/, example: '111 22' },
}

/** What a postcode of this country looks like, when the one given does not. */
export function wrongPostcode({ postal, country }: AddressValue): string | undefined {
  const known = POSTCODES[country ?? '']
  return known && postal && !known.shape.test(postal.trim()) ? known.example : undefined
}

export const postcodeExample = (country: string | null | undefined): string | undefined =>
  POSTCODES[country ?? '']?.example
