/** What else can be done with a list: take it away as a file, bring one in. */

import { IconDots, IconDownload, IconUpload } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { IconButton, Menu } from '@/design'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import type { ListPlan } from './useListPlan'

const ExportDialog = lazy(() => import('./ExportDialog').then((file) => ({ default: file.ExportDialog })))

export function MoreMenu({ object, plan }: { object: ObjectMeta; plan: ListPlan }) {
  const navigate = useNavigate()
  const [exporting, setExporting] = useState(false)
  const { rights } = object
  if (!rights.export && !rights.create) return null
  return (
    <>
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <IconButton label={t('action.more')} variant="default" tooltip={false}>
            <IconDots size={18} />
          </IconButton>
        </Menu.Target>
        <Menu.Dropdown>
          {rights.export ? (
            <Menu.Item leftSection={<IconDownload size={16} />} onClick={() => setExporting(true)}>
              {t('engine.export.title')}
            </Menu.Item>
          ) : null}
          {rights.create ? (
            <Menu.Item
              leftSection={<IconUpload size={16} />}
              onClick={() => void navigate({ to: '/import' as string, search: { object: object.name } as never })}
            >
              {t('engine.list.import')}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {exporting ? (
        <Suspense fallback={null}>
          <ExportDialog object={object} plan={plan} onClose={() => setExporting(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
