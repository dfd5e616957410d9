/** What every input takes from its place: a name for screen readers, its error, its explanation. */

import type { InputProps } from '../types'

export function attributes({
  id,
  label,
  inline,
  error,
  describedBy,
}: Pick<InputProps, 'id' | 'label' | 'inline' | 'error' | 'describedBy'>) {
  return {
    id,
    error: Boolean(error),
    'aria-describedby': describedBy,
    ...(inline || !id ? { 'aria-label': label } : {}),
    ...(inline ? { size: 'sm' as const } : {}),
  }
}
