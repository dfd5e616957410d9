/** What to bring in, and the file: dropped, chosen, or taken from the phone. */

import { IconUpload } from '@tabler/icons-react'
import { type DragEvent, useId, useState } from 'react'
import { Banner, Field, Progress, Select } from '@/design'
import { isWritable } from '@/engine/meta/paths'
import { problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import { useMeta } from '@/platform/meta'
import classes from './exchange.module.css'
import type { Place } from './ImportPage'
import { sendFile } from './useImport'

interface UploadStepProps {
  readonly object: string | undefined
  readonly onPlace: (place: Place) => void
}

export function UploadStep({ object, onPlace }: UploadStepProps) {
  const id = useId()
  const choices = useImportable()
  const [over, setOver] = useState(false)
  const [share, setShare] = useState<number>()
  const [failure, setFailure] = useState<string>()
  const chosen = object ?? choices[0]?.value
  const send = (file: File | undefined): void => {
    if (!file || share !== undefined) return
    setFailure(undefined)
    setShare(0)
    sendFile(file, chosen, setShare)
      .then(
        (made) => onPlace({ id: made.id, object: chosen, step: 'map' }),
        (error: unknown) => setFailure(problemText(error)),
      )
      .finally(() => setShare(undefined))
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    send(event.dataTransfer.files[0])
  }
  return (
    <section className={classes.upload} aria-label={t('exchange.step.upload')}>
      <Field label={t('exchange.what')} id={`${id}-what`}>
        <Select
          id={`${id}-what`}
          data={choices}
          value={chosen ?? null}
          allowDeselect={false}
          searchable
          onChange={(next) => onPlace({ object: next ?? undefined })}
        />
      </Field>
      {failure ? <Banner tone="danger">{failure}</Banner> : null}
      <label
        htmlFor={id}
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconUpload size={28} aria-hidden />
        <strong>{t('exchange.drop')}</strong>
        <span className={classes.soft}>{t('exchange.drop_hint')}</span>
        <input
          id={id}
          type="file"
          className="visually-hidden"
          accept=".csv,.tsv,.txt,.xlsx"
          onChange={(event) => send(event.currentTarget.files?.[0])}
        />
      </label>
      {share === undefined ? null : (
        <Progress value={share * 100} aria-label={t('exchange.uploading')} animated={share === 1} />
      )}
    </section>
  )
}

/** The history of imports is no place to import into. */
const OURS: ReadonlySet<string> = new Set(['import_run'])

/** Everything that this person may make, as people call it. */
export function useImportable() {
  return useMeta()
    .objects.filter((object) => object.rights.create && object.fields.some(isWritable) && !OURS.has(object.name))
    .toSorted((one, other) => Number(one.system ?? false) - Number(other.system ?? false))
    .map((object) => ({ value: object.name, label: object.plural }))
}
