/** An export at work: how far it is, a way to stop it, and the file as soon as it is there. */

import { useEffect } from 'react'
import { Banner, Button, Dialog, Progress, toast } from '@/design'
import { problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import { cancelJob, useJob } from '@/platform/jobs'
import { download } from '@/platform/transfer'
import classes from './list.module.css'

interface ExportProgressProps {
  readonly id: string
  readonly onClose: () => void
}

export function ExportProgress({ id, onClose }: ExportProgressProps) {
  const job = useJob(id)
  const state = job?.state
  const [done, total] = [job?.done ?? 0, job?.total ?? 0]
  // biome-ignore lint/correctness/useExhaustiveDependencies: fetched once, when the job is done
  useEffect(() => {
    if (state === 'done') {
      download(`/exports/${id}`).then(onClose, (error: unknown) => {
        toast({ text: problemText(error), tone: 'danger' })
        onClose()
      })
    }
    if (state === 'cancelled') onClose()
  }, [state])
  const stop = (): void => void cancelJob(id).catch(() => undefined)
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('engine.export.title')}
      footer={
        state === 'failed' ? (
          <Button onClick={onClose}>{t('action.close')}</Button>
        ) : (
          <Button onClick={stop}>{t('engine.export.stop')}</Button>
        )
      }
    >
      <div className={classes.stack}>
        {state === 'failed' ? (
          <Banner tone="danger">{job?.message}</Banner>
        ) : (
          <>
            <Progress
              value={total > 0 ? (100 * done) / total : 0}
              aria-label={t('engine.export.title')}
              animated={done < total || total === 0}
            />
            <p aria-live="polite">
              {total > 0 ? t('engine.export.progress', { done, total }) : t('engine.export.begins')}
            </p>
          </>
        )}
      </div>
    </Dialog>
  )
}
