/** The frame of an object's settings: its name, and the pages about its fields and its layout. */

import { IconPencil } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { IconButton, ObjectIcon } from '@/design'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import { SettingsPage } from '../SettingsPage'
import { ObjectSheet } from './ObjectSheet'

export interface ObjectPageProps {
  readonly object: ObjectMeta
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function ObjectPage({ object, actions, children }: ObjectPageProps) {
  const [editing, setEditing] = useState(false)
  const back = (
    <Link key="objects" to="/settings/objects">
      {t('settings.objects')}
    </Link>
  )
  const title = (
    <>
      {object.plural}{' '}
      <IconButton label={t('objects.edit')} size="sm" onClick={() => setEditing(true)}>
        <IconPencil size={16} aria-hidden />
      </IconButton>
    </>
  )
  const path = `/settings/objects/${object.name}`
  const tabs = [
    { path, label: t('fields.title') },
    { path: `${path}/layout`, label: t('layout.title') },
    { path: `${path}/views`, label: t('settings.views') },
  ]
  return (
    <SettingsPage
      title={title}
      icon={<ObjectIcon name={object.icon} size={24} />}
      crumbs={[back]}
      tabs={tabs}
      actions={actions}
    >
      {children}
      {editing && <ObjectSheet object={object} onClose={() => setEditing(false)} />}
    </SettingsPage>
  )
}
