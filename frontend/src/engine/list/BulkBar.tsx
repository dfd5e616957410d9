/** What can be done with the selected records; shows how far it is while it is being done. */

import { IconPencil, IconTrash, IconUserShare, IconX } from '@tabler/icons-react'
import { lazy, Suspense, useEffect, useState } from 'react'
import { Button, confirm, IconButton, Progress, toast } from '@/design'
import { problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import { cancelJob, isOver, useJob } from '@/platform/jobs'
import type { Json, ObjectMeta } from '@/platform/types'
import { findField, isWritable } from '../meta/paths'
import { allOf } from '../query/types'
import { type BulkAction, reportBulk, startBulk } from './bulk'
import classes from './list.module.css'
import type { ListPlan } from './useListPlan'
import type { ListRows } from './useRows'
import type { Selection } from './useSelection'

const BulkEdit = lazy(() => import('./BulkEdit').then((file) => ({ default: file.BulkEdit })))

interface BulkBarProps {
  readonly object: ObjectMeta
  readonly plan: ListPlan
  readonly rows: ListRows
  readonly selection: Selection
}

/** Whoever has selected as many may mean all of them. */
const PAGE = 50

export function BulkBar({ object, plan, rows, selection }: BulkBarProps) {
  const [editing, setEditing] = useState<string | null>()
  const { busy, run, cancel, job } = useBulk(object, selection)
  const count = selection.all ? rows.total : selection.ids.size
  if (!count && !busy) return null
  const target = selection.all
    ? { where: allOf(plan.where, plan.search ? { text: plan.search } : undefined) ?? { and: [] } }
    : { ids: [...selection.ids] }
  const words = t(rows.capped && selection.all ? 'engine.bulk.selected_more' : 'engine.bulk.selected', {
    count: count ?? 0,
  })
  const start = (action: BulkAction, values?: Readonly<Record<string, Json>>): void => {
    setEditing(undefined)
    run(() => startBulk(object, target, action, values))
  }
  const remove = async (): Promise<void> => {
    const question = { title: t('engine.bulk.delete_ask', { count: count ?? 0 }), body: t('engine.bulk.delete_body') }
    if (await confirm({ ...question, action: t('action.delete'), danger: true })) start('delete')
  }
  const owner = findField(object, 'owner')
  const selectAll = async (): Promise<void> => {
    selection.acts.selectAll()
    if (rows.capped) await rows.countExactly().catch(() => undefined)
  }
  // The first page was all there was when it was selected; what has come since must not take the offer away.
  const everything = selection.ids.size >= Math.min(PAGE, rows.order.length)
  const more = rows.total === null || rows.capped || selection.ids.size < rows.total
  return (
    <section className={classes.bulk} aria-label={words}>
      {busy ? (
        <>
          <Progress
            className={classes.bulkProgress}
            value={job?.total ? (100 * job.done) / job.total : 5}
            aria-label={t('engine.bulk.running')}
          />
          <span>{t('engine.bulk.progress', { done: job?.done ?? 0, total: job?.total ?? count ?? 0 })}</span>
          <Button size="sm" onClick={cancel}>
            {t('action.cancel')}
          </Button>
        </>
      ) : (
        <>
          <strong className={classes.bulkCount}>{words}</strong>
          {!selection.all && everything && more ? (
            <Button size="sm" variant="quiet" onClick={() => void selectAll()}>
              {rows.total === null || rows.capped
                ? t('engine.bulk.select_all')
                : t('engine.bulk.select_all_n', { count: rows.total })}
            </Button>
          ) : null}
          {object.rights.update ? (
            <Button size="sm" icon={<IconPencil size={16} />} onClick={() => setEditing(null)}>
              {t('engine.bulk.edit')}
            </Button>
          ) : null}
          {object.rights.update && owner && isWritable(owner) ? (
            <Button size="sm" icon={<IconUserShare size={16} />} onClick={() => setEditing('owner')}>
              {t('engine.bulk.owner')}
            </Button>
          ) : null}
          {object.rights.delete ? (
            <Button size="sm" icon={<IconTrash size={16} />} onClick={() => void remove()}>
              {t('action.delete')}
            </Button>
          ) : null}
          <IconButton size="sm" label={t('engine.bulk.clear')} onClick={selection.acts.clear}>
            <IconX size={16} />
          </IconButton>
        </>
      )}
      {editing === undefined ? null : (
        <Suspense fallback={null}>
          <BulkEdit
            object={object}
            first={editing}
            title={words}
            onClose={() => setEditing(undefined)}
            onRun={(values) => start('update', values)}
          />
        </Suspense>
      )}
    </section>
  )
}

function useBulk(object: ObjectMeta, selection: Selection) {
  const [jobId, setJobId] = useState<string>()
  const [starting, setStarting] = useState(false)
  const job = useJob(jobId)
  const { clear } = selection.acts
  useEffect(() => {
    if (!job || !isOver(job)) return
    setJobId(undefined)
    clear()
    reportBulk(object, job).catch((error: unknown) => toast({ text: problemText(error), tone: 'danger' }))
  }, [job, object, clear])
  const run = (start: () => Promise<{ id: string }>): void => {
    setStarting(true)
    start()
      .then(
        ({ id }) => setJobId(id),
        (error: unknown) => toast({ text: problemText(error), tone: 'danger' }),
      )
      .finally(() => setStarting(false))
  }
  const cancel = (): void => {
    if (jobId) void cancelJob(jobId)
  }
  return { busy: starting || jobId !== undefined, run, cancel, job }
}
