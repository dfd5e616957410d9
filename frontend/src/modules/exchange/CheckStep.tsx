/** The dry run: what the import would do, before it does it. */

import { Banner, Button } from '@/design'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import classes from './exchange.module.css'
import { JobProgress } from './JobProgress'
import { Figures, Findings } from './Report'
import type { ImportFile } from './types'
import { useImportActs } from './useImport'

interface CheckStepProps {
  readonly file: ImportFile
  readonly object: ObjectMeta
  readonly onBack: () => void
  readonly onRun: () => void
}

export function CheckStep({ file, object, onBack, onRun }: CheckStepProps) {
  const { run, refresh } = useImportActs(file.id)
  const { report } = file
  if (!report) {
    return (
      <JobProgress id={file.job} title={t('exchange.checking')} rows={file.rows} onOver={refresh} onBack={onBack} />
    )
  }
  const good = report.created + report.updated
  return (
    <div className={classes.stack}>
      <Figures report={report} tense="will" />
      {good === 0 && report.unchanged > 0 ? (
        <Banner>{t('exchange.all_there')}</Banner>
      ) : report.rejected === 0 ? (
        <Banner tone="good">{t('exchange.all_good')}</Banner>
      ) : null}
      <Findings report={report} object={object} />
      <div className={classes.actions}>
        <Button
          variant="primary"
          loading={run.isPending}
          disabled={good === 0}
          onClick={() => run.mutate(undefined, { onSuccess: onRun })}
        >
          {t('exchange.run', { count: good })}
        </Button>
        <Button onClick={onBack}>{t('exchange.back')}</Button>
      </div>
    </div>
  )
}
