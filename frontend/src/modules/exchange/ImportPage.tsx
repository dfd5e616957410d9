/** /import: brings records in from a file, step by step, and shows what was brought in before. */

import { IconFileImport } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { ErrorState, FormSkeleton, PageHeader } from '@/design'
import { t } from '@/platform/i18n'
import { useObject } from '@/platform/meta'
import classes from './exchange.module.css'
import { History } from './History'
import { Steps } from './Steps'
import type { ImportFile, ImportState } from './types'
import { UploadStep } from './UploadStep'
import { useImportFile } from './useImport'

/** The later steps come while the file is on its way. */
const MapStep = lazy(() => import('./MapStep').then((loaded) => ({ default: loaded.MapStep })))
const CheckStep = lazy(() => import('./CheckStep').then((loaded) => ({ default: loaded.CheckStep })))
const DoneStep = lazy(() => import('./DoneStep').then((loaded) => ({ default: loaded.DoneStep })))

type Step = 'upload' | 'map' | 'check' | 'done'

const STEP_OF: Readonly<Record<ImportState, Step>> = {
  uploaded: 'map',
  checking: 'check',
  checked: 'check',
  running: 'done',
  done: 'done',
  cancelled: 'done',
  failed: 'done',
  undoing: 'done',
  undone: 'done',
}

export interface Place {
  readonly id?: string | undefined
  readonly object?: string | undefined
  readonly step?: Step | undefined
}

export function Page() {
  const place: Place = useSearch({ strict: false })
  const navigate = useNavigate()
  const go = (next: Place): void => void navigate({ to: '.', search: clean(next) as never })
  const { data: file, error, refetch, isPending } = useImportFile(place.id, place.object)
  const step = place.id === undefined ? 'upload' : (place.step ?? (file ? STEP_OF[file.state] : 'map'))
  return (
    <div className={classes.page}>
      <PageHeader title={t('exchange.title')} icon={<IconFileImport size={22} aria-hidden />} />
      <Steps at={step} />
      {place.id === undefined ? (
        <>
          <UploadStep object={place.object} onPlace={go} />
          <History onPlace={go} />
        </>
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : isPending || !file ? (
        <FormSkeleton />
      ) : (
        <Suspense fallback={<FormSkeleton />}>
          <Stage key={file.id} file={file} step={step} object={place.object} onPlace={go} />
        </Suspense>
      )}
    </div>
  )
}

const clean = (place: Place): Place =>
  Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined))

interface StageProps {
  readonly file: ImportFile
  readonly step: Step
  readonly object: string | undefined
  readonly onPlace: (place: Place) => void
}

function Stage({ file, step, object: asked, onPlace }: StageProps) {
  const name = asked ?? file.object ?? undefined
  const object = useObject(name ?? '')
  const to = (next: Step | undefined): void => onPlace({ id: file.id, object: name, step: next })
  if (step === 'check' && object)
    return <CheckStep file={file} object={object} onBack={() => to('map')} onRun={() => to('done')} />
  if (step === 'done' && object) return <DoneStep file={file} object={object} onAgain={() => onPlace({})} />
  return (
    <MapStep
      key={`${name}/${file.encoding}/${file.delimiter}/${file.format.sheet}`}
      file={file}
      object={object}
      onObject={(next) => onPlace({ id: file.id, object: next, step: 'map' })}
      onChecked={() => to('check')}
    />
  )
}
