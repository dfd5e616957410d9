/** A file by its name: a click shows pictures and texts on the spot, everything else is saved. */

import { lazy, type MouseEvent, Suspense, useState } from 'react'
import { formatBytes } from '@/platform/format'
import type { FileValue } from '@/platform/types'
import classes from '../parts/cells.module.css'
import { filePath } from './path'
import { isShown } from './shown'

const FilePreview = lazy(() => import('./FilePreview').then((file) => ({ default: file.FilePreview })))

export function FileLink({ value }: { value: FileValue }) {
  const [open, setOpen] = useState(false)
  const onClick = (event: MouseEvent): void => {
    if (!isShown(value) || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    setOpen(true)
  }
  return (
    <>
      <a
        className={classes.link}
        href={filePath(value.id)}
        download={value.name}
        data-stop
        title={value.name}
        onClick={onClick}
      >
        <span>{value.name}</span>
        <span className={classes.more}>{formatBytes(value.size)}</span>
      </a>
      {open ? (
        <Suspense>
          <FilePreview file={value} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
