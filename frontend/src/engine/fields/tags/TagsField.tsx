/** Types tags, with those in use offered; Enter or a comma ends one, but never in the middle of composing a word. */

import { TagsInput } from '@mantine/core'
import { t } from '@/platform/i18n'
import { attributes } from '../parts/attributes'
import type { InputProps } from '../types'
import { useUsedTags } from './used'

export function TagsField(props: InputProps<readonly string[]>) {
  const { object, field, value, onChange } = props
  const used = useUsedTags(object, field.name)
  return (
    <TagsInput
      {...attributes(props)}
      data={[...used]}
      value={[...(value ?? [])]}
      splitChars={[',', '，', ';', '；']}
      acceptValueOnBlur
      clearable
      placeholder={value?.length ? undefined : t('engine.tags.placeholder')}
      onChange={(next) => onChange(next.length > 0 ? next : null)}
    />
  )
}
