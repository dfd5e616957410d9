/** Compares with tags, offering those in use. */

import { TagsInput } from '@/design'
import { useUsedTags } from '../tags/used'
import type { FilterProps } from '../types'

export function TagFilter({ object, field, value, onChange }: FilterProps) {
  const used = useUsedTags(object, field.name)
  const list = Array.isArray(value) ? value.map(String) : typeof value === 'string' && value ? [value] : []
  return <TagsInput aria-label={field.label} data={[...used]} value={list} onChange={onChange} acceptValueOnBlur />
}
