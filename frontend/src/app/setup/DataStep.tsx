/** Something to work with: one's own data, the example company, or a clean desk. */

import { IconArrowRight, IconFileImport, IconSparkles, IconUsersGroup } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { Banner, Progress } from '@/design'
import { api, problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import { isOver, useJob } from '@/platform/jobs'
import { queryClient } from '@/platform/query'
import type { Job } from '@/platform/types'
import classes from './setup.module.css'

export function DataStep() {
  const { history } = useRouter()
  const [problem, setProblem] = useState('')
  const [id, setId] = useState<string>()
  const job = useJob(id)
  const filling = id !== undefined && !problem
  const fill = async () => {
    setProblem('')
    try {
      setId((await api.post<Job>('/samples')).id)
    } catch (error) {
      setProblem(problemText(error))
    }
  }
  useEffect(() => {
    if (!job || !isOver(job)) return
    if (job.state === 'done') void queryClient.invalidateQueries().then(() => history.push('/'))
    else setProblem(job.message || t('problem.unknown'))
  }, [job, history])
  return (
    <div className={classes.ways}>
      {problem && <Banner tone="danger">{problem}</Banner>}
      <Way
        icon={<IconFileImport size={26} stroke={1.5} aria-hidden />}
        name="import"
        disabled={filling}
        onClick={() => history.push('/import')}
      />
      <Way
        icon={<IconUsersGroup size={26} stroke={1.5} aria-hidden />}
        name="samples"
        disabled={filling}
        onClick={() => void fill()}
      />
      <Way
        icon={<IconSparkles size={26} stroke={1.5} aria-hidden />}
        name="empty"
        disabled={filling}
        onClick={() => history.push('/')}
      />
      {filling && (
        <div className={classes.progress} role="status">
          <Progress
            value={job?.total ? Math.max(5, (100 * job.done) / job.total) : 5}
            aria-label={t('setup.filling')}
          />
          {t('setup.filling')}
        </div>
      )}
    </div>
  )
}

interface WayProps {
  readonly icon: ReactNode
  readonly name: 'import' | 'samples' | 'empty'
  readonly disabled: boolean
  readonly onClick: () => void
}

function Way({ icon, name, disabled, onClick }: WayProps) {
  return (
    <button type="button" className={classes.way} disabled={disabled} onClick={onClick}>
      {icon}
      <span>
        <strong>{t(`setup.way.${name}`)}</strong>
        <small>{t(`setup.wayBody.${name}`)}</small>
      </span>
      <IconArrowRight size={18} style={{ marginLeft: 'auto' }} aria-hidden />
    </button>
  )
}
