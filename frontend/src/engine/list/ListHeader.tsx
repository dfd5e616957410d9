/** The head of a list: what it is, which view of it, and the way to a new record. */

import { IconPlus } from '@tabler/icons-react'
import { Button, ObjectIcon, PageHeader, useIsPhone } from '@/design'
import { requestCreate } from '@/platform/create'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import { MoreMenu } from './MoreMenu'
import type { ChangePlan, ListPlan } from './useListPlan'
import { ViewBar } from './ViewBar'

interface ListHeaderProps {
  readonly object: ObjectMeta
  readonly plan: ListPlan
  readonly change: ChangePlan
}

export function ListHeader({ object, plan, change }: ListHeaderProps) {
  const phone = useIsPhone()
  return (
    <PageHeader
      title={object.plural}
      icon={<ObjectIcon name={object.icon} size={22} />}
      actions={
        <>
          <MoreMenu object={object} plan={plan} />
          {object.rights.create && !phone ? (
            <Button variant="primary" icon={<IconPlus size={16} />} onClick={() => requestCreate(object.name)}>
              {t('engine.create.title', { object: object.label })}
            </Button>
          ) : null}
        </>
      }
      below={<ViewBar object={object} plan={plan} change={change} />}
    />
  )
}
