/** The parts of an address, each in its own field so that lists can filter by city. */

import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { TextInput } from '@/design'
import { t } from '@/platform/i18n'
import type { AddressValue } from '@/platform/types'
import type { InputProps } from '../types'
import classes from './address.module.css'
import { countries } from './countries'
import { orderOf, type Part, postcodeExample } from './formats'

const FILLS = {
  street: 'street-address',
  postal: 'postal-code',
  city: 'address-level2',
  region: 'address-level1',
} as const

export function AddressInput({ value, onChange, label, id, error, describedBy }: InputProps<AddressValue>) {
  const data = useMemo(countries, [])
  const change = (part: Partial<AddressValue>): void => {
    const next = { ...value, ...part }
    onChange(Object.values(next).some(Boolean) ? next : null)
  }
  return (
    <fieldset
      className={classes.box}
      data-order={orderOf(value?.country)[0]}
      aria-label={label}
      aria-describedby={describedBy}
    >
      {orderOf(value?.country).map((name, index) => (
        <TextInput
          key={name}
          id={index === 0 ? id : undefined}
          className={classes[name]}
          aria-label={`${label}: ${t(`engine.address.${name}`)}`}
          placeholder={hintOf(name, value?.country)}
          autoComplete={FILLS[name]}
          error={Boolean(error)}
          value={value?.[name] ?? ''}
          onChange={(event) => change({ [name]: event.currentTarget.value || null })}
        />
      ))}
      <Select
        className={classes.country}
        aria-label={`${label}: ${t('engine.address.country')}`}
        placeholder={t('engine.address.country')}
        data={data}
        searchable
        clearable
        value={value?.country ?? null}
        onChange={(country) => change({ country })}
      />
    </fieldset>
  )
}

function hintOf(part: Part, country: string | null | undefined): string {
  const label = t(`engine.address.${part}`)
  const example = part === 'postal' ? postcodeExample(country) : undefined
  return example ? `${label}: ${example}` : label
}
