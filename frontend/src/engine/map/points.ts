/** Which records stand where on the map, and which stand so close together that they are shown as one. Pure. */

import Supercluster from 'supercluster'
import type { FieldMeta, Rec } from '@/platform/types'

export interface Spot {
  readonly id: string
  readonly lng: number
  readonly lat: number
}

export type Bounds = readonly [west: number, south: number, east: number, north: number]

export interface Mark {
  readonly key: string
  readonly lng: number
  readonly lat: number
  /** The record that stands here alone; else how many do. */
  readonly id: string | undefined
  readonly count: number
  /** From which zoom on they stand apart. */
  readonly apart: number
}

/** An address and a place both may carry a position. */
export function spotOf(field: FieldMeta, rec: Rec): Spot | undefined {
  const value = rec[field.name]
  if (typeof value !== 'object' || value === null) return undefined
  const { lat, lng } = value as { lat?: unknown; lng?: unknown }
  return typeof lat === 'number' && typeof lng === 'number' ? { id: rec.id, lat, lng } : undefined
}

export function boundsOf(spots: readonly Spot[]): Bounds | undefined {
  if (spots.length === 0) return undefined
  const lngs = spots.map(({ lng }) => lng)
  const lats = spots.map(({ lat }) => lat)
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]
}

const RADIUS = 48
const CLOSEST = 14

export type Clusters = Supercluster<{ id: string }>

export function clustersOf(spots: readonly Spot[]): Clusters {
  const clusters: Clusters = new Supercluster({ radius: RADIUS, maxZoom: CLOSEST })
  clusters.load(
    spots.map(({ id, lng, lat }) => ({
      type: 'Feature',
      properties: { id },
      geometry: { type: 'Point', coordinates: [lng, lat] },
    })),
  )
  return clusters
}

export function marksIn(clusters: Clusters, bounds: Bounds, zoom: number): readonly Mark[] {
  return clusters.getClusters([...bounds], Math.floor(zoom)).map((each) => {
    const [lng = 0, lat = 0] = each.geometry.coordinates
    if ('cluster_id' in each.properties) {
      const { cluster_id: id, point_count: count } = each.properties
      return { key: `c${id}`, lng, lat, id: undefined, count, apart: clusters.getClusterExpansionZoom(id) }
    }
    return { key: each.properties.id, lng, lat, id: each.properties.id, count: 1, apart: CLOSEST }
  })
}
