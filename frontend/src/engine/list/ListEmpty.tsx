/** A list without rows: either nothing fits the filter, or there is nothing yet and we say how to begin. */

import { IconFilterOff, IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Button, EmptyState, ObjectIcon } from '@/design'
import { requestCreate } from '@/platform/create'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import classes from './list.module.css'
import type { ChangePlan, ListPlan } from './useListPlan'

interface ListEmptyProps {
  readonly object: ObjectMeta
  readonly plan: ListPlan
  readonly change: ChangePlan
}

export function ListEmpty({ object, plan, change }: ListEmptyProps) {
  if (plan.where || plan.search) {
    return (
      <EmptyState
        icon={<IconFilterOff size={28} />}
        title={t('engine.list.no_match', { objects: object.plural })}
        body={t('engine.list.no_match_body')}
        action={<Button onClick={() => change({ where: null, search: undefined })}>{t('engine.list.show_all')}</Button>}
      />
    )
  }
  return (
    <EmptyState
      icon={<ObjectIcon name={object.icon} size={28} />}
      title={t('engine.list.none', { objects: object.plural })}
      body={t('engine.list.none_body')}
      action={
        object.rights.create ? (
          <span className={classes.begin}>
            <Button variant="primary" icon={<IconPlus size={16} />} onClick={() => requestCreate(object.name)}>
              {t('engine.create.title', { object: object.label })}
            </Button>
            <Link to={'/import' as string} search={{ object: object.name } as never}>
              {t('engine.list.import')}
            </Link>
          </span>
        ) : undefined
      }
    />
  )
}
