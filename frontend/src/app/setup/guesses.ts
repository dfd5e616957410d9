/** What the first run proposes, from what the browser says. Pure. */

/** Every currency that the browser can name. */
export const CURRENCIES: readonly string[] = Intl.supportedValuesOf('currency')

const BY_ZONE: readonly (readonly [RegExp, string])[] = [
  [/^Asia\/(Shanghai|Chongqing|Harbin|Urumqi|Chungking)$/, 'CNY'],
  [/^Asia\/Hong_Kong$/, 'HKD'],
  [/^Asia\/Taipei$/, 'TWD'],
  [/^Asia\/Singapore$/, 'SGD'],
  [/^Asia\/Tokyo$/, 'JPY'],
  [/^Asia\/Seoul$/, 'KRW'],
  [/^Asia\/(Kolkata|Calcutta)$/, 'INR'],
  [/^Europe\/London$/, 'GBP'],
  [/^Europe\/Zurich$/, 'CHF'],
  [/^Europe\/Stockholm$/, 'SEK'],
  [/^Europe\/Oslo$/, 'NOK'],
  [/^Europe\/Copenhagen$/, 'DKK'],
  [/^Europe\/Warsaw$/, 'PLN'],
  [/^Europe\/(Prague)$/, 'CZK'],
  [/^Europe\/(Budapest)$/, 'HUF'],
  [/^Europe\//, 'EUR'],
  [/^Australia\//, 'AUD'],
  [/^Pacific\/Auckland$/, 'NZD'],
  [/^America\/(Toronto|Vancouver|Montreal|Halifax|Winnipeg|Edmonton)$/, 'CAD'],
  [/^America\/(Sao_Paulo)$/, 'BRL'],
  [/^America\/(Mexico_City|Monterrey|Tijuana)$/, 'MXN'],
]

export function baseCurrencyFor(zone: string): string {
  return BY_ZONE.find(([pattern]) => pattern.test(zone))?.[1] ?? 'USD'
}
