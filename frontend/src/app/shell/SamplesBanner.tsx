/** Example data beside one's own: says so, and takes it away with one click. */

import { useEffect, useState } from 'react'
import { Banner, Button, confirm, Progress, toast } from '@/design'
import { api, problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import { isOver, useJob } from '@/platform/jobs'
import { queryClient } from '@/platform/query'
import type { Job } from '@/platform/types'
import classes from './Shell.module.css'

export function SamplesBanner() {
  const [id, setId] = useState<string>()
  const job = useJob(id)
  const remove = async () => {
    const question = { title: t('samples.sure'), body: t('samples.sureBody'), action: t('samples.remove') }
    if (!(await confirm({ ...question, danger: true }))) return
    await api.del<Job>('/samples').then(
      (started) => setId(started.id),
      (error: unknown) => toast({ text: problemText(error), tone: 'danger' }),
    )
  }
  useEffect(() => {
    if (!job || !isOver(job)) return
    setId(undefined)
    if (job.state === 'done') toast({ text: t('samples.gone'), tone: 'good', ...undoing(job) })
    else toast({ text: job.message || t('problem.unknown'), tone: 'danger' })
    void queryClient.invalidateQueries()
  }, [job])
  const busy = id !== undefined
  return (
    <div className={classes.notice}>
      <Banner
        action={
          busy ? (
            <Progress
              w={120}
              value={job?.total ? (100 * job.done) / job.total : 5}
              aria-label={t('samples.removing')}
            />
          ) : (
            <Button size="sm" onClick={() => void remove()}>
              {t('samples.remove')}
            </Button>
          )
        }
      >
        {t(busy ? 'samples.removing' : 'samples.banner')}
      </Banner>
    </div>
  )
}

function undoing({ result }: Job) {
  const batch = (result as { batch?: string } | null)?.batch
  if (!batch) return {}
  return {
    undo: async () => {
      await api.post('/undo', { batch })
      await queryClient.invalidateQueries()
    },
  }
}
