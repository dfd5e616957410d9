/** The import itself: its progress, then what came of it, with the rejected rows and the way back. */

import { IconArrowBackUp, IconDownload } from '@tabler/icons-react'
import { Banner, Button, ButtonLink, confirm, toast } from '@/design'
import { touchLists } from '@/engine/data/list'
import { problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
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
  return <Outcome file={file} object={object} onAgain={onAgain} />
}

const TONES = { done: 'good', undone: 'info', cancelled: 'warn', failed: 'danger' } as const

function Outcome({ file, object, onAgain }: DoneStepProps) {
  const { undo } = useImportActs(file.id)
  const { report, state } = file
  const tone = TONES[state as keyof typeof TONES] ?? 'info'
  const takeBack = async (): Promise<void> => {
    const question = { title: t('exchange.undo_ask'), body: t('exchange.undo_body'), action: t('exchange.undo') }
    if (await confirm({ ...question, danger: true }))
      undo.mutate(undefined, { onSuccess: () => touchLists(object.name) })
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
      {report ? <Figures report={report} tense="did" /> : null}
      <div className={classes.actions}>
        <ButtonLink variant="primary" to={listPath(object.name)}>
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
