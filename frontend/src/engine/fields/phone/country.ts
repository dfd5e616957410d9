/** Which country a number without one is from: that of the record's address, else the reader's own. */

import { locale } from '@/platform/i18n'

export function countryOf(values: Readonly<Record<string, unknown>>): string | undefined {
  for (const value of Object.values(values)) {
    if (typeof value === 'object' && value !== null && 'country' in value && typeof value.country === 'string') {
      return value.country
    }
  }
  return new Intl.Locale(locale()).maximize().region
}
