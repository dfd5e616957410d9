/** Latitude and longitude, or where I am now. */

import { IconCurrentLocation } from '@tabler/icons-react'
import { useState } from 'react'
import { Button, NumberInput, toast } from '@/design'
import { t } from '@/platform/i18n'
import type { PlaceValue } from '@/platform/types'
import { toNumber } from '../parts/numbers'
import type { InputProps } from '../types'
import classes from './place.module.css'

interface Draft {
  readonly lat: number | null
  readonly lng: number | null
}

export function PlaceInput({ value, onChange, id, label, error, describedBy }: InputProps<PlaceValue>) {
  const [draft, setDraft] = useState<Draft>(value ?? { lat: null, lng: null })
  const change = (part: Partial<Draft>): void => {
    const { lat, lng } = { ...draft, ...part }
    setDraft({ lat, lng })
    onChange(lat === null || lng === null ? null : { lat, lng })
  }
  const locate = (): void => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => change({ lat: coords.latitude, lng: coords.longitude }),
      () => toast({ text: t('engine.place.denied'), tone: 'danger' }),
    )
  }
  const number = (part: 'lat' | 'lng') => (
    <NumberInput
      id={part === 'lat' ? id : undefined}
      aria-label={`${label}: ${t(`engine.place.${part}`)}`}
      aria-describedby={describedBy}
      error={Boolean(error)}
      placeholder={t(`engine.place.${part}`)}
      hideControls
      decimalScale={6}
      value={draft[part] ?? ''}
      onChange={(next) => change({ [part]: toNumber(next) })}
    />
  )
  return (
    <div className={classes.box}>
      {number('lat')}
      {number('lng')}
      <Button variant="quiet" icon={<IconCurrentLocation size={16} />} onClick={locate}>
        {t('engine.place.here')}
      </Button>
    </div>
  )
}
