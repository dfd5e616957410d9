/** A point on the map. */

import { t } from '@/platform/i18n'
import type { PlaceValue } from '@/platform/types'
import { PlaceFilter, PlaceInput } from '../lazily'
import { OutLink } from '../parts/OutLink'
import { fieldUi } from '../types'

const words = ({ lat, lng }: PlaceValue): string => `${lat.toFixed(5)}, ${lng.toFixed(5)}`
const map = ({ lat, lng }: PlaceValue): string =>
  `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lng}#map=16/${lat}/${lng}`

export const place = fieldUi<PlaceValue>({
  Cell: ({ value }) => <OutLink href={map(value)} text={words(value)} outside />,
  Input: PlaceInput,
  Filter: PlaceFilter,
  inline: 'open',
  width: 170,
  text: words,
  check: ({ lat, lng }) => (Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? undefined : t('engine.check.place')),
})
