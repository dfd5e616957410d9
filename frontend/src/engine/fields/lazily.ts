/** Inputs and filters that come when they are wanted: people read before they write. */

import { type ComponentType, lazy } from 'react'

type Heavy = typeof import('./heavy')

export const loadInputs = (): Promise<Heavy> => import('./heavy')

/** biome-ignore lint/suspicious/noExplicitAny: the props are those of the component that is loaded */
function later<C extends ComponentType<any>>(pick: (heavy: Heavy) => C) {
  return lazy(() => loadInputs().then((heavy) => ({ default: pick(heavy) })))
}

export const CheckFilter = later((heavy) => heavy.CheckFilter)
export const DateFilter = later((heavy) => heavy.DateFilter)
export const NumberFilter = later((heavy) => heavy.NumberFilter)
export const OptionFilter = later((heavy) => heavy.OptionFilter)
export const PlaceFilter = later((heavy) => heavy.PlaceFilter)
export const PresenceFilter = later((heavy) => heavy.PresenceFilter)
export const RecordFilter = later((heavy) => heavy.RecordFilter)
export const TagFilter = later((heavy) => heavy.TagFilter)
export const TextFilter = later((heavy) => heavy.TextFilter)

export const AreaInput = later((heavy) => heavy.AreaInput)
export const CheckboxInput = later((heavy) => heavy.CheckboxInput)
export const ChoiceInput = later((heavy) => heavy.ChoiceInput)
export const FileInput = later((heavy) => heavy.FileInput)
export const JsonInput = later((heavy) => heavy.JsonInput)
export const LineInput = later((heavy) => heavy.LineInput)
export const LinkInput = later((heavy) => heavy.LinkInput)
export const LinksInput = later((heavy) => heavy.LinksInput)
export const MoneyInput = later((heavy) => heavy.MoneyInput)
export const MultiChoiceInput = later((heavy) => heavy.MultiChoiceInput)
export const NumberField = later((heavy) => heavy.NumberField)
export const PhoneInput = later((heavy) => heavy.PhoneInput)
export const PlaceInput = later((heavy) => heavy.PlaceInput)
export const TagsField = later((heavy) => heavy.TagsField)
