/** How far the server is with a file, and a way to stop it. */

import { useEffect } from 'react'
import { Banner, Button, Card, Progress } from '@/design'
import { t } from '@/platform/i18n'
import { cancelJob, isOver, useJob } from '@/platform/jobs'
import classes from './exchange.module.css'

interface JobProgressProps {
  readonly id: string | null
  readonly title: string
  readonly rows: number
  readonly onOver: () => unknown
  readonly onBack?: () => void
}

export function JobProgress({ id, title, rows, onOver, onBack }: JobProgressProps) {
  const job = useJob(id)
  const over = job !== undefined && isOver(job)
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when the job ends
  useEffect(() => {
    if (over) void onOver()
  }, [over])
  const failed = job?.state === 'failed' || job?.state === 'cancelled'
  const total = job?.total ?? rows
  return (
    <Card title={title}>
      <div className={classes.stack}>
        {failed ? (
          <Banner tone="danger">{job.message || t('exchange.stopped')}</Banner>
        ) : (
          <>
            <Progress value={total > 0 ? (100 * (job?.done ?? 0)) / total : 0} aria-label={title} animated />
            <p aria-live="polite">{t('exchange.progress', { done: job?.done ?? 0, total })}</p>
          </>
        )}
        <div className={classes.actions}>
          {over && onBack ? <Button onClick={onBack}>{t('exchange.back')}</Button> : null}
          {!over && id ? <Button onClick={() => void cancelJob(id)}>{t('action.cancel')}</Button> : null}
        </div>
      </div>
    </Card>
  )
}
