/** Picking one record by typing part of its name. */

import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Select } from '@/design'
import { api } from '@/platform/api'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import type { SearchItem } from '@/platform/types'

export interface RecordSelectProps {
  readonly object: string
  readonly label: string
  readonly help?: string
  readonly value: string | null
  /** The label of `value`, known before anything is looked up. */
  readonly shown: string
  readonly onChange: (id: string | null) => void
  readonly error?: string | undefined
}

export function RecordSelect({ object, label, help, value, shown, onChange, error }: RecordSelectProps) {
  const [text, setText] = useState(shown)
  const [settled] = useDebouncedValue(text === shown ? '' : text.trim(), 120)
  const { data, isFetching } = useQuery({
    queryKey: keys.lookup(object, settled),
    queryFn: ({ signal }) =>
      api.get<{ items: readonly SearchItem[] }>(`/lookup/${object}`, { signal, params: { q: settled, limit: 20 } }),
    placeholderData: keepPreviousData,
  })
  const found = (data?.items ?? []).map((item) => ({ value: item.id, label: item.label }))
  const known = value && shown && !found.some((item) => item.value === value) ? [{ value, label: shown }] : []
  return (
    <Select
      label={label}
      description={help}
      searchable
      clearable
      data={[...known, ...found]}
      filter={({ options }) => options}
      value={value}
      onChange={onChange}
      searchValue={text}
      onSearchChange={setText}
      nothingFoundMessage={isFetching ? t('state.loading') : t('users.nobody')}
      error={error}
    />
  )
}
