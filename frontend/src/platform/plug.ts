/** What a front-end module gives the app: its pages and its places in the menus. */

import type { ComponentType } from 'react'
import type { TextArea } from './i18n'

export interface PlugRoute {
  readonly path: string
  readonly load: () => Promise<{ readonly Page: ComponentType }>
  /** Texts that are loaded with the page. */
  readonly texts?: TextArea
}

export interface PlugLink {
  readonly path: string
  readonly labelKey: string
  readonly icon: string
  /** Where it is listed: in the settings, or among the actions of the command palette only. */
  readonly place: 'settings' | 'palette'
  readonly adminOnly?: boolean
}

/** A card of "my day"; lower orders come first. */
export interface PlugCard {
  readonly id: string
  /** The card is shown to those who may read this object. */
  readonly object: string
  readonly order: number
  readonly load: () => Promise<{ readonly HomeCard: ComponentType }>
}

export interface ModulePlug {
  readonly name: string
  readonly routes?: readonly PlugRoute[]
  readonly links?: readonly PlugLink[]
  readonly home?: readonly PlugCard[]
  /** Which objects are people or companies, and shown with a face. */
  readonly faces?: Readonly<Record<string, 'person' | 'company'>>
  /** The object behind the "Customers" tab of the phone. */
  readonly customers?: string
}
