/** /o/{object}/{id}: one record. */

import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { ButtonLink, EmptyState, ErrorState, FormSkeleton, ObjectIcon } from '@/design'
import { ApiProblem } from '@/platform/api'
import { t } from '@/platform/i18n'
import { whenIdle } from '@/platform/idle'
import { titleOf, useObject } from '@/platform/meta'
import { listPath } from '@/platform/paths'
import { noteVisit } from '@/platform/recent'
import type { ObjectMeta } from '@/platform/types'
import { useLoadedRecord } from '../data/record'
import { sendUnsent } from '../data/save'
import { loadInputs } from '../fields/lazily'
import { rememberName } from '../lookup/lookup'
import { loadPickPanel } from '../parts/PickPopover'
import { ConflictDialog } from '../record/ConflictDialog'
import { RecordView } from '../record/RecordView'

export function RecordPage() {
  const { object: name = '', id = '' } = useParams({ strict: false })
  const object = useObject(name)
  useEffect(() => whenIdle([loadInputs, loadPickPanel]), [])
  return object ? <OneRecord key={id} object={object} id={id} /> : <NotThere />
}

function OneRecord({ object, id }: { object: ObjectMeta; id: string }) {
  const { entry, loading, error, retry } = useLoadedRecord(object.name, id)
  const title = entry ? titleOf(object, entry.view) : ''
  useEffect(() => {
    if (!title) return
    noteVisit({ object: object.name, id, label: title })
    rememberName(object.name, id, title)
  }, [object.name, id, title])
  const here = entry !== undefined
  useEffect(() => {
    if (here) sendUnsent(object, id)
  }, [here, object, id])
  if (error) {
    return error instanceof ApiProblem && error.status === 404 ? (
      <NotThere object={object} />
    ) : (
      <ErrorState error={error} onRetry={retry} />
    )
  }
  if (loading || !entry) return <FormSkeleton fields={8} />
  return (
    <>
      <title>{`${title} · Kith`}</title>
      <RecordView object={object} entry={entry} />
      <ConflictDialog />
    </>
  )
}

function NotThere({ object }: { readonly object?: ObjectMeta }) {
  return (
    <EmptyState
      page
      action={object && <ButtonLink to={listPath(object.name)}>{object.plural}</ButtonLink>}
      icon={<ObjectIcon name="search" size={28} />}
      title={t('engine.record.not_there')}
      body={t('engine.record.not_there_body')}
    />
  )
}
