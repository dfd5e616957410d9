/** /o/{object}: the records of one object. */

import { useParams } from '@tanstack/react-router'
import { EmptyState, ObjectIcon } from '@/design'
import { t } from '@/platform/i18n'
import { useObject } from '@/platform/meta'
import { ObjectList } from '../list/ObjectList'
import { ConflictDialog } from '../record/ConflictDialog'

export function ListPage() {
  const { object: name = '' } = useParams({ strict: false })
  return <ObjectListPage object={name} />
}

export function ObjectListPage({ object: name }: { object: string }) {
  const object = useObject(name)
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
