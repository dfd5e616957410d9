/** Groups a telephone number while it is typed, the way its country does; what is changed inside it is left alone. */

import { AsYouType, type CountryCode, isSupportedCountry } from 'libphonenumber-js/min'

export interface Grouped {
  /** What stands in the box. */
  readonly text: string
  /** What is kept: the number with its country when it can be one, what was typed otherwise. */
  readonly value: string | null
}

/** `before` is what stood there; only what grew at its end is grouped, so that the caret stays where it is. */
export function grouped(text: string, before: string, atEnd: boolean, country: string | undefined): Grouped {
  if (!text.trim()) return { text, value: null }
  if (!PLAIN.test(text)) return { text, value: text }
  const home = country && isSupportedCountry(country) ? (country as CountryCode) : undefined
  const typing = new AsYouType(home)
  const shape = typing.input(text)
  const number = typing.getNumber()
  const grew = atEnd && text.length > before.length
  return { text: grew ? shape : text, value: number?.isPossible() ? number.number : text }
}

/** Anything else (an extension, a remark) is for the server to read. */
const PLAIN = /^[\s\d０-９+＋()./-]*$/
