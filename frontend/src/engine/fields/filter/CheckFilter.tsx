/** Yes or no. */

import { SegmentedControl } from '@/design'
import { t } from '@/platform/i18n'
import type { FilterProps } from '../types'

export function CheckFilter({ field, value, onChange }: FilterProps) {
  return (
    <SegmentedControl
      aria-label={field.label}
      data={[
        { value: 'true', label: t('engine.yes') },
        { value: 'false', label: t('engine.no') },
      ]}
      value={value === true ? 'true' : value === false ? 'false' : ''}
      onChange={(next) => onChange(next === 'true')}
    />
  )
}
