/** The base map that scripts/basemap.ts makes. */
declare module 'virtual:basemap' {
  import type { FeatureCollection, MultiLineString } from 'geojson'

  export const land: FeatureCollection
  export const borders: MultiLineString
}
