/** Takes a file by drop, by choice or from the clipboard, and shows how far its upload is. */

import { IconPaperclip, IconX } from '@tabler/icons-react'
import { type DragEvent, useEffect, useId, useRef, useState } from 'react'
import { cx, IconButton, Progress } from '@/design'
import { fieldProblem, problemText } from '@/platform/api'
import { formatBytes } from '@/platform/format'
import { t } from '@/platform/i18n'
import { upload } from '@/platform/transfer'
import type { FieldMeta, FileValue } from '@/platform/types'
import type { InputProps } from '../types'
import classes from './file.module.css'

export function FileInput(props: InputProps<FileValue>) {
  const { field, object, value, onChange, onDone, label, id, error, describedBy } = props
  const ownId = useId()
  const [over, setOver] = useState(false)
  const { share, failure, send, cancel } = useUpload(object, field, (file) => {
    onChange(file)
    onDone?.(file)
  })
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    const dropped = event.dataTransfer.files[0]
    if (dropped) send(dropped)
  }
  const accept = field.config?.accept
  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the button inside does the same */}
      <div
        className={cx(classes.drop, over && classes.over)}
        data-invalid={Boolean(error ?? failure) || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
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
      {share === undefined ? null : (
        <div className={classes.progress}>
          <Progress value={share * 100} aria-label={t('engine.file.uploading')} />
          <IconButton size="sm" label={t('record.file.cancel')} onClick={cancel}>
            <IconX size={14} />
          </IconButton>
        </div>
      )}
      {failure ? (
        <p className={classes.failure} role="alert">
          {failure}
        </p>
      ) : null}
    </div>
  )
}

function useUpload(object: string, field: FieldMeta, onFile: (file: FileValue) => void) {
  const [share, setShare] = useState<number>()
  const [failure, setFailure] = useState<string>()
  const under = useRef<AbortController>(undefined)
  useEffect(() => () => under.current?.abort(), [])
  const send = (chosen: File): void => {
    const most = field.config?.max_mb
    if (typeof most === 'number' && chosen.size > most * 1_000_000) {
      setFailure(t('engine.file.too_large', { most }))
      return
    }
    under.current?.abort()
    const now = new AbortController()
    under.current = now
    setFailure(undefined)
    setShare(0)
    upload<FileValue>('/files', formFor(object, field, chosen), { onProgress: setShare, signal: now.signal })
      .then(onFile, (error: unknown) => {
        if (!now.signal.aborted) setFailure(fieldProblem(error, field.name) ?? problemText(error))
      })
      .finally(() => {
        if (under.current === now) setShare(undefined)
      })
  }
  return { share, failure, send, cancel: () => under.current?.abort() }
}

/** The server looks at once whether the field takes such a file. */
function formFor(object: string, field: FieldMeta, file: File): FormData {
  const form = new FormData()
  if (object && field.rights) {
    form.append('object', object)
    form.append('field', field.name)
  }
  form.append('file', file)
  return form
}
