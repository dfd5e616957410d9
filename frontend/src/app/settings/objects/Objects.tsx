/** All objects of the workspace, and the way to add one. */

import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Badge, Button, Card, ObjectIcon, RowLink, Rows } from '@/design'
import { t } from '@/platform/i18n'
import { useMeta } from '@/platform/meta'
import type { ObjectMeta } from '@/platform/types'
import page from '../../pages/page.module.css'
import { SettingsPage } from '../SettingsPage'
import { ObjectSheet } from './ObjectSheet'
import { RemovedList } from './RemovedList'

export function Objects() {
  const [adding, setAdding] = useState(false)
  const objects = useMeta().objects
  const add = (
    <Button variant="primary" icon={<IconPlus size={16} />} onClick={() => setAdding(true)}>
      {t('objects.add')}
    </Button>
  )
  return (
    <SettingsPage title={t('settings.objects')} lead={t('objects.lead')} actions={add}>
      <div className={page.stack}>
        <Card flush>
          <Rows>
            {objects.map((object) => (
              <ObjectRow key={object.name} object={object} />
            ))}
          </Rows>
        </Card>
        <RemovedList />
      </div>
      {adding && <ObjectSheet onClose={() => setAdding(false)} />}
    </SettingsPage>
  )
}

function ObjectRow({ object }: { readonly object: ObjectMeta }) {
  return (
    <RowLink
      to="/settings/objects/$name"
      params={{ name: object.name }}
      lead={<ObjectIcon name={object.icon} />}
      hint={`${object.name} · ${t('objects.fields', { count: object.fields.length })}`}
      end={object.custom && <Badge tone="accent">{t('objects.custom')}</Badge>}
    >
      {object.plural}
    </RowLink>
  )
}
