import { describe, expect, test } from 'vitest'
import type { FieldMeta } from '@/platform/types'
import { boundsOf, clustersOf, marksIn, spotOf } from '../points'

const home: FieldMeta = { name: 'home', kind: 'address', label: 'Home' }
const WORLD = [-180, -85, 180, 85] as const

describe('records on a map', () => {
  test('test_an_address_without_a_position_has_no_place', () => {
    expect(spotOf(home, { id: 'a', version: 1, home: { city: 'Bonn' } })).toBeUndefined()
    expect(spotOf(home, { id: 'a', version: 1, home: null })).toBeUndefined()
    expect(spotOf(home, { id: 'a', version: 1, home: { lat: 50.7, lng: 7.1 } })).toEqual({
      id: 'a',
      lat: 50.7,
      lng: 7.1,
    })
  })

  const spots = [
    { id: 'a', lat: 50.7, lng: 7.1 },
    { id: 'b', lat: 50.71, lng: 7.11 },
    { id: 'c', lat: 31.2, lng: 121.5 },
  ]

  test('test_neighbours_are_one_mark_from_afar_and_stand_apart_from_near', () => {
    const clusters = clustersOf(spots)
    const afar = marksIn(clusters, WORLD, 2.7)
    expect(afar.map(({ id, count }) => `${id ?? 'many'}: ${count}`).toSorted()).toEqual(['c: 1', 'many: 2'])
    const near = marksIn(clusters, [7, 50, 8, 51], 14.9)
    expect(near.map(({ id }) => id).toSorted()).toEqual(['a', 'b'])
  })

  test('test_the_map_shows_all_of_them', () => {
    expect(boundsOf(spots)).toEqual([7.1, 31.2, 121.5, 50.71])
    expect(boundsOf([])).toBeUndefined()
  })
})
