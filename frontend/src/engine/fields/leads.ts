/** Kinds whose value leads elsewhere when it is touched: they need a button of their own to be edited. */

import type { FieldKind } from '@/platform/types'

export const LEADS_AWAY: ReadonlySet<FieldKind> = new Set([
  'link',
  'links',
  'parent',
  'user',
  'email',
  'phone',
  'url',
  'file',
])
