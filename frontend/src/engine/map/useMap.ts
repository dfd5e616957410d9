/** The map itself: made once, told about its colours and its place, and taken away with the page. */

import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { type RefObject, useEffect, useRef, useState } from 'react'
import 'maplibre-gl/dist/maplibre-gl.css'
import { usePrefs } from '@/platform/prefs'
import type { Bounds } from './points'
import { mapStyle } from './style'

setWorkerUrl(workerUrl)

export interface Sight {
  readonly bounds: Bounds
  readonly zoom: number
}

const WORLD = { center: [20, 30] as [number, number], zoom: 1.4 }
export const CLOSE = 11

export function useMap(box: RefObject<HTMLElement | null>) {
  const [map, setMap] = useState<MapLibre>()
  const [failed, setFailed] = useState(false)
  const [sight, setSight] = useState<Sight>()
  const { theme } = usePrefs()
  const drawn = useRef(theme)
  useEffect(() => {
    const { current } = box
    if (!current) return
    let made: MapLibre
    try {
      made = new MapLibre({ container: current, style: mapStyle(), ...WORLD, maxZoom: 16, dragRotate: false })
    } catch {
      setFailed(true)
      return
    }
    made.touchZoomRotate.disableRotation()
    const look = (): void => {
      const { _sw, _ne } = made.getBounds()
      setSight({ bounds: [_sw.lng, _sw.lat, _ne.lng, _ne.lat], zoom: made.getZoom() })
    }
    made.on('moveend', look)
    made.once('load', look)
    setMap(made)
    return () => made.remove()
  }, [box])
  useEffect(() => {
    if (!map || drawn.current === theme) return
    drawn.current = theme
    map.setStyle(mapStyle())
  }, [map, theme])
  return { map, failed, sight }
}
