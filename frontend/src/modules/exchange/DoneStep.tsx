/** The import itself: its progress, then what came of it, with the rejected rows and the way back. */

import { IconArrowBackUp, IconDownload } from '@tabler/icons-react'
import { Banner, Button, ButtonLink, confirm, toast } from '@/design'
import { touchLists } from '@/engine/data/list'
import { problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import { useJob } from '@/platform/jobs'
import { listPath } from '@/platform/paths'
import { download } from '@/platform/transfer'
import type { ObjectMeta } from '@/platform/types'
import classes from './exchange.module.css'
import { JobProgress } from './JobProgress'
import { Figures, Findings } from './Report'
import type { ImportFile } from './types'
import { useImportActs } from './useImport'

interface DoneStepProps {
  readonly file: ImportFile
  readonly object: ObjectMeta
  readonly onAgain: () => void
}

const BUSY: ReadonlySet<string> = new Set(['running', 'checking', 'checked'])

export function DoneStep({ file, object, onAgain }: DoneStepProps) {
  const { refresh } = useImportActs(file.id)
  if (BUSY.has(file.state)) {
    return <JobProgress id={file.job} title={t('exchange.running')} rows={file.rows} onOver={refresh} />
  }
  if (file.state === 'undoing') {
    const over = (): void => {
      void refresh()
      touchLists(object.name)
    }
    return <JobProgress id={file.job} title={t('exchange.undoing')} rows={file.rows} counts onOver={over} />
  }
  return <Outcome file={file} object={object} onAgain={onAgain} />
}

const TONES = { done: 'good', undone: 'info', cancelled: 'warn', failed: 'danger' } as const

function Outcome({ file, object, onAgain }: DoneStepProps) {
  const { run, undo } = useImportActs(file.id)
  const { report, state } = file
  const job = useJob(file.job)
  const tone = TONES[state as keyof typeof TONES] ?? 'info'
  const stays = state === 'undone' ? ((job?.result as { stays?: number } | null)?.stays ?? 0) : 0
  const takeBack = async (): Promise<void> => {
    const question = { title: t('exchange.undo_ask'), body: t('exchange.undo_body'), action: t('exchange.undo') }
    if (await confirm({ ...question, danger: true })) undo.mutate()
  }
  const rejected = (): void => {
    download(`/import/${file.id}/rejected`, undefined, `${file.name}-rejected.csv`).catch((error: unknown) =>
      toast({ text: problemText(error), tone: 'danger' }),
    )
  }
  return (
    <div className={classes.stack}>
      <Banner tone={tone}>
        {t(`exchange.state.${state}`, { count: report ? report.created + report.updated : 0 })}
      </Banner>
      {state === 'failed' && job?.message ? <Banner tone="warn">{job.message}</Banner> : null}
      {stays > 0 ? <Banner tone="warn">{t('exchange.stays', { count: stays })}</Banner> : null}
      {report ? <Figures report={report} tense="did" /> : null}
      <div className={classes.actions}>
        {state === 'failed' || state === 'cancelled' ? (
          <Button variant="primary" loading={run.isPending} onClick={() => run.mutate()}>
            {t('exchange.go_on', { count: Math.max(0, file.rows + 1 - (file.position ?? 1)) })}
          </Button>
        ) : null}
        <ButtonLink variant={state === 'done' ? 'primary' : 'default'} to={listPath(object.name)}>
          {t('exchange.to_list', { objects: object.plural })}
        </ButtonLink>
        {report && report.rejected > 0 ? (
          <Button icon={<IconDownload size={16} />} onClick={rejected}>
            {t('exchange.get_rejected', { count: report.rejected })}
          </Button>
        ) : null}
        {file.batch && state !== 'undone' ? (
          <Button icon={<IconArrowBackUp size={16} />} loading={undo.isPending} onClick={() => void takeBack()}>
            {t('exchange.undo')}
          </Button>
        ) : null}
        <Button variant="quiet" onClick={onAgain}>
          {t('exchange.again')}
        </Button>
      </div>
      {report ? <Findings report={report} object={object} /> : null}
    </div>
  )
}
