/** One object: its names, its fields, and the fields that were removed. */

import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useNavigate, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { Badge, Button, Card, confirm, toast } from '@/design'
import { problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import { useObject } from '@/platform/meta'
import type { FieldMeta, ObjectMeta } from '@/platform/types'
import { NotFound } from '../../pages/NotFound'
import page from '../../pages/page.module.css'
import { removeObject } from './design'
import { FieldRows } from './FieldRows'
import { ObjectPage } from './ObjectPage'
import classes from './objects.module.css'
import { RemovedList } from './RemovedList'

const FieldSheet = lazy(() => import('./FieldSheet').then((file) => ({ default: file.FieldSheet })))

export function ObjectSettings() {
  const { name = '' } = useParams({ strict: false })
  const object = useObject(name)
  return object ? <Known object={object} /> : <NotFound />
}

type Editing = { readonly field: FieldMeta | null } | null

function Known({ object }: { readonly object: ObjectMeta }) {
  const [editing, setEditing] = useState<Editing>(null)
  const close = () => setEditing(null)
  const add = (
    <Button variant="primary" icon={<IconPlus size={16} />} onClick={() => setEditing({ field: null })}>
      {t('fields.add')}
    </Button>
  )
  return (
    <ObjectPage object={object} actions={add}>
      <div className={page.stack}>
        <Card flush title={<Heading object={object} />}>
          <FieldRows object={object} onEdit={(field) => setEditing({ field })} />
        </Card>
        <RemovedList object={object.name} />
      </div>
      {object.custom && <DangerZone object={object} />}
      {editing && (
        <Suspense fallback={null}>
          <FieldSheet object={object} field={editing.field} onClose={close} />
        </Suspense>
      )}
    </ObjectPage>
  )
}

function Heading({ object }: { readonly object: ObjectMeta }) {
  return (
    <>
      {t('fields.title')} <Badge>{object.fields.length}</Badge>
    </>
  )
}

function DangerZone({ object }: { readonly object: ObjectMeta }) {
  const navigate = useNavigate()
  const remove = async () => {
    const sure = await confirm({
      title: t('objects.removeTitle', { label: object.plural }),
      body: t('objects.removeBody'),
      action: t('action.delete'),
      danger: true,
    })
    if (!sure) return
    try {
      await removeObject(object.name)
      await navigate({ to: '/settings/objects' })
    } catch (error) {
      toast({ text: problemText(error), tone: 'danger' })
    }
  }
  return (
    <div className={classes.dangerZone}>
      <Button variant="quiet" icon={<IconTrash size={16} />} onClick={() => void remove()}>
        {t('objects.remove')}
      </Button>
    </div>
  )
}
