// The countries of the world as GeoJSON, made from Natural Earth (public domain) when the app is built or served.
import { readFileSync } from 'node:fs'
import { feature, mesh } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Plugin } from 'vite'

const NAME = 'virtual:basemap'
const DECIMALS = 100

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
        land: feature(world, land),
        borders: mesh(world, countries, (one, other) => one !== other),
      }
      const text = JSON.stringify(made, (_, value: unknown) => (typeof value === 'number' ? rounded(value) : value))
      return `const made = JSON.parse(${JSON.stringify(text)})\nexport const { land, borders } = made\n`
    },
  }
}

const rounded = (value: number): number => Math.round(value * DECIMALS) / DECIMALS
