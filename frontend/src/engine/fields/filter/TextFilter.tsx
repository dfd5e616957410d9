/** Compares with words; several of them for "is one of". */

import { TagsInput, TextInput } from '@/design'
import { t } from '@/platform/i18n'
import { shapeOf } from '../../query/operators'
import type { FilterProps } from '../types'

export function TextFilter({ field, op, value, onChange }: FilterProps) {
  if (shapeOf(op) === 'list') {
    return (
      <TagsInput
        aria-label={field.label}
        placeholder={t('engine.filter.several')}
        value={Array.isArray(value) ? value.map(String) : []}
        onChange={onChange}
        acceptValueOnBlur
      />
    )
  }
  return (
    <TextInput
      aria-label={field.label}
      value={typeof value === 'string' || typeof value === 'number' ? String(value) : ''}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
