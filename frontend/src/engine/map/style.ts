/** The look of the base map, in the colours of the app: sea, land and borders, without a picture from elsewhere. */

import { borders, land } from 'virtual:basemap'
import type { StyleSpecification } from 'maplibre-gl'

export function mapStyle(): StyleSpecification {
  const color = colorReader()
  return {
    version: 8,
    sources: {
      land: { type: 'geojson', data: land, attribution: 'Natural Earth' },
      borders: { type: 'geojson', data: borders },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': color('--surface-2') } },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-color': color('--surface') } },
      { id: 'coast', type: 'line', source: 'land', paint: { 'line-color': color('--line-strong'), 'line-width': 0.8 } },
      {
        id: 'borders',
        type: 'line',
        source: 'borders',
        paint: { 'line-color': color('--line-strong'), 'line-width': 0.5 },
      },
    ],
  }
}

/** Tokens as plain colours: the map cannot read custom properties. */
function colorReader(): (token: string) => string {
  const styles = getComputedStyle(document.documentElement)
  return (token) => styles.getPropertyValue(token).trim() || '#888888'
}
