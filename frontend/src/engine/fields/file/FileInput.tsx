/** Takes a file by drop, by choice or from the clipboard, and shows how far its upload is. */

import { IconPaperclip, IconX } from '@tabler/icons-react'
import { type DragEvent, useId, useState } from 'react'
import { IconButton, Progress } from '@/design'
import { problemText } from '@/platform/api'
import { formatBytes } from '@/platform/format'
import { t } from '@/platform/i18n'
import { upload } from '@/platform/transfer'
import type { FieldMeta, FileValue } from '@/platform/types'
import type { InputProps } from '../types'
import classes from './file.module.css'

export function FileInput({ field, value, onChange, onDone, label, id, error, describedBy }: InputProps<FileValue>) {
  const ownId = useId()
  const { share, failure, send } = useUpload(field, (file) => {
    onChange(file)
    onDone?.(file)
  })
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    const dropped = event.dataTransfer.files[0]
    if (dropped) send(dropped)
  }
  const accept = field.config?.accept
  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button inside does the same */}
      <div
        className={classes.drop}
        data-invalid={Boolean(error ?? failure) || undefined}
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
      >
        {value ? (
          <span className={classes.file}>
            {value.name} <span className={classes.size}>{formatBytes(value.size)}</span>
          </span>
        ) : null}
        <label className={classes.choose} htmlFor={id ?? ownId}>
          <IconPaperclip size={16} aria-hidden /> {t(value ? 'engine.file.replace' : 'engine.file.choose')}
        </label>
        <input
          id={id ?? ownId}
          className={classes.input}
          type="file"
          aria-label={label}
          aria-describedby={describedBy}
          accept={typeof accept === 'string' ? accept : field.kind === 'image' ? 'image/*' : undefined}
          onChange={(event) => {
            const chosen = event.currentTarget.files?.[0]
            if (chosen) send(chosen)
          }}
        />
        {value ? (
          <IconButton label={t('engine.pick.clear', { field: label })} onClick={() => onChange(null)}>
            <IconX size={16} />
          </IconButton>
        ) : null}
      </div>
      {share === undefined ? null : <Progress value={share * 100} aria-label={t('engine.file.uploading')} />}
      {failure ? (
        <p className={classes.failure} role="alert">
          {failure}
        </p>
      ) : null}
    </div>
  )
}

function useUpload(field: FieldMeta, onFile: (file: FileValue) => void) {
  const [share, setShare] = useState<number>()
  const [failure, setFailure] = useState<string>()
  const send = (chosen: File): void => {
    const most = field.config?.max_mb
    if (typeof most === 'number' && chosen.size > most * 1_000_000) {
      setFailure(t('engine.file.too_large', { most }))
      return
    }
    setFailure(undefined)
    setShare(0)
    upload<FileValue>('/files', chosen, { onProgress: setShare })
      .then(onFile, (error: unknown) => setFailure(problemText(error)))
      .finally(() => setShare(undefined))
  }
  return { share, failure, send }
}
