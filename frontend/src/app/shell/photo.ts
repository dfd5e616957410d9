/** Where a person's photo is. */

import { apiUrl } from '@/platform/api'
import type { FileValue } from '@/platform/types'

export function photoUrl(photo: FileValue | null | undefined): string | undefined {
  return photo ? apiUrl(`/files/${photo.id}`) : undefined
}
