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
  /** Counts records rather than rows of the file, and cannot be stopped half way. */
  readonly counts?: boolean
}

export function JobProgress({ id, title, rows, onOver, onBack, counts }: JobProgressProps) {
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
            <p aria-live="polite">
              {t(counts ? 'exchange.counted' : 'exchange.progress', { done: job?.done ?? 0, total })}
            </p>
          </>
        )}
        <div className={classes.actions}>
          {over && onBack ? <Button onClick={onBack}>{t('exchange.back')}</Button> : null}
          {!over && id && !counts ? <Button onClick={() => void cancelJob(id)}>{t('action.cancel')}</Button> : null}
        </div>
      </div>
    </Card>
  )
}
