/** /o/{object}: the records of one object. */

import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { EmptyState, ObjectIcon } from '@/design'
import { t } from '@/platform/i18n'
import { whenIdle } from '@/platform/idle'
import { useObject } from '@/platform/meta'
import { loadInputs } from '../fields/lazily'
import { ObjectList } from '../list/ObjectList'
import { loadPickPanel } from '../parts/PickPopover'
import { ConflictDialog } from '../record/ConflictDialog'

export function ListPage() {
  const { object: name = '' } = useParams({ strict: false })
  return <ObjectListPage object={name} />
}

export function ObjectListPage({ object: name }: { object: string }) {
  const object = useObject(name)
  useEffect(() => whenIdle([loadInputs, loadPickPanel]), [])
  if (!object) {
    return (
      <EmptyState
        icon={<ObjectIcon name="box" size={28} />}
        title={t('engine.unknown_object')}
        body={t('engine.unknown_object_body')}
      />
    )
  }
  return (
    <>
      <ObjectList key={object.name} object={object} />
      <ConflictDialog />
    </>
  )
}
