/** The views of an object: which come with Kith, which are shared, which stand in the side bar, which one opens first. */

import { IconPencil, IconStar, IconStarFilled, IconTrash } from '@tabler/icons-react'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import {
  Badge,
  ButtonLink,
  Card,
  confirm,
  EmptyState,
  ErrorState,
  IconButton,
  ListSkeleton,
  ObjectIcon,
  RowLink,
  Rows,
  toast,
} from '@/design'
import { useViews } from '@/engine/list/useListPlan'
import { viewName } from '@/engine/list/ViewBar'
import { ViewDialog } from '@/engine/list/ViewDialog'
import { api, problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { useObject } from '@/platform/meta'
import { listPath } from '@/platform/paths'
import { queryClient } from '@/platform/query'
import type { ObjectMeta, View } from '@/platform/types'
import { NotFound } from '../../pages/NotFound'
import { setLayout } from '../objects/design'
import { ObjectPage } from '../objects/ObjectPage'
import classes from '../Settings.module.css'

const ICONS: Readonly<Record<View['kind'], string>> = {
  list: 'list',
  board: 'layout-kanban',
  calendar: 'calendar',
  split: 'layout-columns',
  map: 'map-pin',
}

export function ViewsPage() {
  const { name = '' } = useParams({ strict: false })
  const object = useObject(name)
  return object ? <Known object={object} /> : <NotFound />
}

function Known({ object }: { readonly object: ObjectMeta }) {
  const { data, error, isPending, refetch } = useViews(object.name)
  const [editing, setEditing] = useState<View>()
  const actions = <ButtonLink to={listPath(object.name)}>{t('views.open', { objects: object.plural })}</ButtonLink>
  return (
    <ObjectPage object={object} actions={actions}>
      <p className={classes.lead}>{t('views.lead')}</p>
      {isPending && <ListSkeleton rows={4} />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && (
        <EmptyState icon={<ObjectIcon name="list" size={24} />} title={t('views.none')} body={t('views.noneBody')} />
      )}
      {data && data.length > 0 && (
        <Card flush>
          <Rows>
            {data.map((view) => (
              <ViewRow
                key={view.id}
                object={object}
                view={view}
                first={(object.default_view || data[0]?.id) === view.id}
                onEdit={() => setEditing(view)}
              />
            ))}
          </Rows>
        </Card>
      )}
      {editing && (
        <ViewDialog
          view={editing}
          suggestion=""
          onClose={() => setEditing(undefined)}
          onSave={async (facts) => {
            if (await done(api.patch(`/views/${object.name}/${editing.id}`, facts), object)) setEditing(undefined)
          }}
        />
      )}
    </ObjectPage>
  )
}

interface ViewRowProps {
  readonly object: ObjectMeta
  readonly view: View
  readonly first: boolean
  readonly onEdit: () => void
}

function ViewRow({ object, view, first, onEdit }: ViewRowProps) {
  const name = viewName(view)
  const sharing = view.standard ? 'standard' : view.sharing
  const owner = view.standard ? '' : (view.owner?.label ?? '')
  const usable = view.standard || view.sharing === 'shared'
  return (
    <RowLink
      to={listPath(object.name)}
      search={{ view: view.id } as never}
      lead={<ObjectIcon name={ICONS[view.kind]} />}
      hint={[t(`views.${sharing}`), owner].filter(Boolean).join(' · ')}
      end={
        <>
          {view.pinned && (
            <span className={classes.desk}>
              <Badge>{t('views.pinned')}</Badge>
            </span>
          )}
          <IconButton
            label={t('views.makeFirst', { name })}
            size="sm"
            pressed={first}
            disabled={!usable || first}
            onClick={() => void done(setLayout(object.name, { view: view.id }), object)}
          >
            {first ? <IconStarFilled size={16} aria-hidden /> : <IconStar size={16} aria-hidden />}
          </IconButton>
          {!view.standard && (
            <>
              <IconButton label={t('views.editOne', { name })} size="sm" onClick={onEdit}>
                <IconPencil size={16} aria-hidden />
              </IconButton>
              <IconButton label={t('views.removeOne', { name })} size="sm" onClick={() => void remove(object, view)}>
                <IconTrash size={16} aria-hidden />
              </IconButton>
            </>
          )}
        </>
      }
    >
      {name}
    </RowLink>
  )
}

async function remove(object: ObjectMeta, view: View): Promise<void> {
  const sure = await confirm({
    title: t('views.removeTitle', { name: viewName(view) }),
    body: t('views.removeBody'),
    action: t('action.delete'),
    danger: true,
  })
  if (sure) await done(api.del(`/views/${object.name}/${view.id}`), object)
}

async function done(work: Promise<unknown>, object: ObjectMeta): Promise<boolean> {
  try {
    await work
    await queryClient.invalidateQueries({ queryKey: keys.views(object.name) })
    return true
  } catch (error) {
    toast({ text: problemText(error), tone: 'danger' })
    return false
  }
}
