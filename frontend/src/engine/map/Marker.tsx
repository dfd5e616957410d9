/** A record or a cluster on the map: a button, so that it can be reached by keys and read aloud. */

import { type Map as MapLibre, Marker as Pin } from 'maplibre-gl'
import { useEffect, useMemo } from 'react'
import { createPortal } from 'react-dom'
import { formatNumber } from '@/platform/format'
import classes from './map.module.css'
import type { Mark } from './points'

interface MarkerProps {
  readonly map: MapLibre
  readonly mark: Mark
  readonly title: string
  readonly active: boolean
  readonly onPick: () => void
}

const GROW = 5
const SMALL = 30

export function Marker({ map, mark, title, active, onPick }: MarkerProps) {
  const element = useMemo(() => document.createElement('div'), [])
  useEffect(() => {
    const pin = new Pin({ element, anchor: mark.id ? 'bottom' : 'center' }).setLngLat([mark.lng, mark.lat]).addTo(map)
    return () => {
      pin.remove()
    }
  }, [element, map, mark.id, mark.lng, mark.lat])
  const size = SMALL + GROW * Math.log2(mark.count)
  return createPortal(
    <button
      type="button"
      className={mark.id ? classes.pin : classes.cluster}
      data-active={active || undefined}
      style={mark.id ? undefined : { width: size, height: size }}
      title={title}
      aria-label={title}
      onClick={(event) => {
        event.stopPropagation()
        onPick()
      }}
    >
      {mark.id ? null : formatNumber(mark.count)}
    </button>,
    element,
  )
}
