/** Takes what the list shows away as a file, within what the person may read. */

import { useState } from 'react'
import { Button, Dialog, Field, SegmentedControl, toast } from '@/design'
import { api, problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import type { Job, ObjectMeta } from '@/platform/types'
import { ExportProgress } from './ExportProgress'
import classes from './list.module.css'
import type { ListPlan } from './useListPlan'

interface ExportDialogProps {
  readonly object: ObjectMeta
  readonly plan: ListPlan
  readonly onClose: () => void
}

export function ExportDialog({ object, plan, onClose }: ExportDialogProps) {
  const [format, setFormat] = useState('xlsx')
  const [what, setWhat] = useState('shown')
  const [id, setId] = useState<string>()
  const [busy, setBusy] = useState(false)
  const run = (): void => {
    setBusy(true)
    const columns =
      what === 'shown' ? plan.columns.map((column) => column.path) : object.fields.map((field) => field.name)
    const query = { where: plan.where, search: plan.search || undefined, sort: plan.sort }
    api
      .post<Job>(`/export/${object.name}/job`, { query, columns, format })
      .then(
        (made) => setId(made.id),
        (error: unknown) => toast({ text: problemText(error), tone: 'danger' }),
      )
      .finally(() => setBusy(false))
  }
  if (id) return <ExportProgress id={id} onClose={onClose} />
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('engine.export.title')}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button variant="primary" loading={busy} onClick={run}>
            {t('engine.export.run')}
          </Button>
        </>
      }
    >
      <div className={classes.stack}>
        <p>{t('engine.export.body')}</p>
        <Field label={t('engine.export.format')}>
          <SegmentedControl
            fullWidth
            aria-label={t('engine.export.format')}
            value={format}
            onChange={setFormat}
            data={[
              { value: 'xlsx', label: 'Excel (XLSX)' },
              { value: 'csv', label: 'CSV' },
            ]}
          />
        </Field>
        <Field label={t('engine.export.columns')}>
          <SegmentedControl
            fullWidth
            aria-label={t('engine.export.columns')}
            value={what}
            onChange={setWhat}
            data={[
              { value: 'shown', label: t('engine.export.shown') },
              { value: 'all', label: t('engine.export.all') },
            ]}
          />
        </Field>
      </div>
    </Dialog>
  )
}
