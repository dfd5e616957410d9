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
  readonly done?: number
  readonly failed?: number
}

/** Says what has been done and offers to take it all back. */
export function reportBulk(object: ObjectMeta, job: Job): void {
  touchLists(object.name)
  const { batch, failed = 0 } = (job.result ?? {}) as BulkResult
  if (job.state === 'failed') {
    toast({ text: job.message || t('engine.bulk.failed'), tone: 'danger' })
    return
  }
  const done = t(job.state === 'cancelled' ? 'engine.bulk.cancelled' : 'engine.bulk.done', { count: job.done - failed })
  const text = failed > 0 ? `${done} ${t('engine.bulk.left', { count: failed })}` : done
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
