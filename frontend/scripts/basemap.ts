// The countries of the world as GeoJSON, made from Natural Earth (public domain) when the app is built or served.
import { readFileSync } from 'node:fs'
import type { FeatureCollection, MultiLineString, MultiPolygon, Polygon, Position } from 'geojson'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Plugin } from 'vite'

const NAME = 'virtual:basemap'
const DECIMALS = 100
const SOUTH_POLE = -89.9

type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>

/** A module that exports land and borders, loaded only by the map. */
export function basemap(): Plugin {
  return {
    name: 'kith-basemap',
    resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
    load(id) {
      if (id !== `\0${NAME}`) return undefined
      const path = new URL('../node_modules/world-atlas/countries-50m.json', import.meta.url)
      const world = JSON.parse(readFileSync(path, 'utf8')) as World
      const { countries, land } = world.objects
      const made = {
        land: unrolledLand(feature(world, land) as FeatureCollection<Polygon | MultiPolygon>),
        borders: unrolledLines(mesh(world, countries, (one, other) => one !== other)),
      }
      const text = JSON.stringify(made, (_, value: unknown) => (typeof value === 'number' ? rounded(value) : value))
      return `const made = JSON.parse(${JSON.stringify(text)})\nexport const { land, borders } = made\n`
    },
  }
}

const rounded = (value: number): number => Math.round(value * DECIMALS) / DECIMALS

function unrolledLand(land: FeatureCollection<Polygon | MultiPolygon>): FeatureCollection {
  const features = land.features.map(({ geometry, ...rest }) => {
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    const coordinates = polygons.map((rings) => rings.map(unrolledRing))
    return { ...rest, geometry: { type: 'MultiPolygon' as const, coordinates } }
  })
  return { ...land, features }
}

const unrolledLines = (lines: MultiLineString): MultiLineString => ({
  ...lines,
  coordinates: lines.coordinates.map(unrolled),
})

/** A line over the date line goes on past 180 degrees instead of jumping to the other edge of the map. */
function unrolled(line: readonly Position[]): Position[] {
  let turn = 0
  let before: number | undefined
  return line.map(([lng = 0, lat = 0]) => {
    if (before !== undefined && Math.abs(lng - before) > 180) turn += lng < before ? 360 : -360
    before = lng
    return [lng + turn, lat]
  })
}

/** A ring round the pole does not close after one turn: it is led home along the edge of the map. */
function unrolledRing(ring: readonly Position[]): Position[] {
  const line = unrolled(ring)
  const first = line[0]?.[0] ?? 0
  const last = line.at(-1)?.[0] ?? 0
  if (Math.abs(last - first) < 180) return line
  return [...line, [last, SOUTH_POLE], [first, SOUTH_POLE], line[0] ?? [first, SOUTH_POLE]]
}
