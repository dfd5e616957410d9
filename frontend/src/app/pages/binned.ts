/** Records in the bin, and what can be done with them. */

import { toast } from '@/design'
import { api, problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { queryClient } from '@/platform/query'
import type { UserBrief } from '@/platform/types'

export interface Binned {
  readonly object: string
  readonly id: string
  readonly label: string | null
  readonly deleted_at: string
  readonly deleted_by?: UserBrief | null
}

export const keyOf = ({ object, id }: Binned): string => `${object}/${id}`
export const nameOf = ({ label }: Binned): string => label ?? t('bin.unnamed')

/** Brings records back, in the order in which they were deleted, and says what came of it. */
export async function restore(items: readonly Binned[]): Promise<void> {
  let done = 0
  try {
    for (const { object, id } of items) {
      await api.post(`/records/${object}/${id}/restore`)
      done += 1
    }
  } catch (error) {
    toast({ text: problemText(error), tone: 'danger' })
  }
  const [first] = items
  if (first && done === 1) toast({ text: t('bin.restored', { label: nameOf(first) }), tone: 'good' })
  else if (done > 1) toast({ text: t('bin.restoredMany', { count: done }), tone: 'good' })
  await refresh(items)
}

export async function erase(items: readonly Binned[]): Promise<void> {
  try {
    for (const object of new Set(items.map((item) => item.object))) {
      const ids = items.filter((item) => item.object === object).map(({ id }) => id)
      for (let at = 0; at < ids.length; at += MOST) {
        await api.post('/bin/erase', { object, ids: ids.slice(at, at + MOST) })
      }
    }
    toast({ text: t('bin.erased', { count: items.length }), tone: 'good' })
  } catch (error) {
    toast({ text: problemText(error), tone: 'danger' })
  }
  await refresh(items)
}

const MOST = 1000

async function refresh(items: readonly Binned[]): Promise<void> {
  const objects = [...new Set(items.map((item) => item.object))]
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: keys.bin }),
    ...objects.map((object) => queryClient.invalidateQueries({ queryKey: keys.list(object) })),
  ])
}
