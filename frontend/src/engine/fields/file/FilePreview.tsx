/** A picture or a text on the spot, drawn by us and never run, with the way to save it. */

import { useQuery } from '@tanstack/react-query'
import { Dialog, ErrorState, ListSkeleton } from '@/design'
import { formatBytes } from '@/platform/format'
import { t } from '@/platform/i18n'
import { offlineProblem, problemFrom } from '@/platform/problem'
import type { FileValue } from '@/platform/types'
import classes from './file.module.css'
import { filePath } from './path'
import { isPicture } from './shown'

export function FilePreview({ file, onClose }: { file: FileValue; onClose: () => void }) {
  return (
    <Dialog
      open
      onClose={onClose}
      title={file.name}
      size={860}
      footer={
        <a className={classes.save} href={filePath(file.id)} download={file.name}>
          {t('record.file.save', { size: formatBytes(file.size) })}
        </a>
      }
    >
      {isPicture(file) ? (
        <img className={classes.picture} src={filePath(file.id)} alt={file.name} />
      ) : (
        <Words file={file} />
      )}
    </Dialog>
  )
}

function Words({ file }: { file: FileValue }) {
  const { data, error, refetch } = useQuery({
    queryKey: ['file', file.id],
    queryFn: async ({ signal }) => {
      const answer = await fetch(filePath(file.id), { signal }).catch(() => {
        throw offlineProblem()
      })
      if (!answer.ok) throw await problemFrom(answer)
      return answer.text()
    },
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} inline />
  if (data === undefined) return <ListSkeleton rows={6} />
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled with the keyboard
    <pre className={classes.words} tabIndex={0}>
      {data}
    </pre>
  )
}
