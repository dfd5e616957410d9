/** One action on many records: a job on the server, followed here, taken back as one. */

import { toast } from '@/design'
import { api, problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import type { Job, Json, ObjectMeta } from '@/platform/types'
import { touchLists } from '../data/list'
import type { Filter } from '../query/types'

export interface BulkTarget {
  readonly ids?: readonly string[]
  readonly where?: Filter | undefined
}

export type BulkAction = 'update' | 'delete' | 'restore'

export async function startBulk(
  object: ObjectMeta,
  target: BulkTarget,
  action: BulkAction,
  values?: Readonly<Record<string, Json>>,
): Promise<Job> {
  const body = { ...target, action, ...(values ? { values } : {}) }
  return await api.post<Job>(`/bulk/${object.name}`, body)
}

interface BulkResult {
  readonly batch?: string
  readonly written?: number
  readonly left?: number
}

/** Says what has been done and offers to take it all back; the news of the end comes without the result. */
export async function reportBulk(object: ObjectMeta, ended: Job): Promise<void> {
  touchLists(object.name)
  const job = await api.get<Job>(`/jobs/${ended.id}`)
  if (job.state === 'failed') {
    toast({ text: job.message || t('engine.bulk.failed'), tone: 'danger' })
    return
  }
  const { batch, written = job.done, left = 0 } = (job.result ?? {}) as BulkResult
  const done = t(job.state === 'cancelled' ? 'engine.bulk.cancelled' : 'engine.bulk.done', { count: written })
  const text = left > 0 ? `${done} ${t('engine.bulk.left', { count: left })}` : done
  toast({ text, ...(batch ? { undo: () => undoBatch(object, batch) } : {}) })
}

async function undoBatch(object: ObjectMeta, batch: string): Promise<void> {
  try {
    const { conflicts } = await api.post<{ conflicts: readonly unknown[] }>('/undo', { batch })
    if (conflicts.length > 0) toast({ text: t('engine.undo.conflicts', { count: conflicts.length }) })
    touchLists(object.name)
  } catch (error) {
    toast({ text: problemText(error), tone: 'danger' })
  }
}
