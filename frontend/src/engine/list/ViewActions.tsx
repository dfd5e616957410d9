/** Save, save as, take back, rename, share, pin, delete a view. */

import { IconDotsVertical } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { Button, confirm, IconButton, Menu, toast } from '@/design'
import { api, problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { useSession } from '@/platform/session'
import type { ObjectMeta, View } from '@/platform/types'
import { useWidths, widthKey } from './columns'
import classes from './list.module.css'
import { layoutField } from './shapes'
import type { ChangePlan, ListPlan } from './useListPlan'
import { openView, viewName } from './ViewBar'

const ViewDialog = lazy(() => import('./ViewDialog').then((file) => ({ default: file.ViewDialog })))

interface ViewActionsProps {
  readonly object: ObjectMeta
  readonly plan: ListPlan
  readonly change: ChangePlan
}

export function ViewActions({ object, plan, change }: ViewActionsProps) {
  const [naming, setNaming] = useState<'new' | 'edit'>()
  const { mine, save, remove, choose } = useViewWrites(object, plan, change)
  const { view } = plan
  return (
    <span className={classes.viewActions}>
      {plan.changed ? (
        <>
          <Button size="sm" variant="quiet" onClick={() => change(openView(view?.id ?? ''))}>
            {t('engine.views.reset')}
          </Button>
          <span className={classes.unsaved}>{t('engine.views.unsaved')}</span>
          {mine && view ? (
            <Button size="sm" onClick={() => save.mutate({ id: view.id })}>
              {t('engine.views.save')}
            </Button>
          ) : (
            <Button size="sm" onClick={() => setNaming('new')}>
              {t('engine.views.save_as')}
            </Button>
          )}
        </>
      ) : null}
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <IconButton size="sm" label={t('engine.views.actions')} tooltip={false}>
            <IconDotsVertical size={16} />
          </IconButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setNaming('new')}>{t('engine.views.save_as')}</Menu.Item>
          {view ? (
            <Menu.Item onClick={() => void choose(view)}>
              {t(view.start ? 'engine.views.no_start' : 'engine.views.make_start')}
            </Menu.Item>
          ) : null}
          {mine && view ? (
            <>
              <Menu.Item onClick={() => setNaming('edit')}>{t('engine.views.edit')}</Menu.Item>
              <Menu.Item color="red" onClick={() => void remove(view)}>
                {t('engine.views.delete')}
              </Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {naming ? (
        <Suspense fallback={null}>
          <ViewDialog
            view={naming === 'edit' ? view : undefined}
            suggestion={view ? t('engine.views.copy_of', { name: viewName(view) }) : object.plural}
            onClose={() => setNaming(undefined)}
            onSave={async (facts) => {
              await save.mutateAsync({ ...(naming === 'edit' && view ? { id: view.id } : {}), facts })
              setNaming(undefined)
            }}
          />
        </Suspense>
      ) : null}
    </span>
  )
}

export interface ViewFacts {
  readonly name: string
  readonly sharing: View['sharing']
  readonly pinned: boolean
}

interface Write {
  readonly id?: string
  readonly facts?: ViewFacts
}

function useViewWrites(object: ObjectMeta, plan: ListPlan, change: ChangePlan) {
  const { user, admin } = useSession()
  const client = useQueryClient()
  const widths = useWidths()
  const { view } = plan
  const mine = view !== undefined && !view.standard && (view.owner?.id === user.id || admin)
  const path = `/views/${object.name}`
  const refresh = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: keys.views(object.name) })
    void client.invalidateQueries({ queryKey: keys.views('*') })
  }
  const save = useMutation({
    mutationFn: ({ id, facts }: Write) => {
      const body = { ...facts, ...contentOf(object, plan, widths) }
      return id ? api.patch<View>(`${path}/${id}`, body) : api.post<View>(path, body)
    },
    onSuccess: async (saved) => {
      await refresh()
      change(openView(saved.id))
      toast({ text: t('engine.views.saved', { name: viewName(saved) }), tone: 'good' })
    },
    onError: (error) => toast({ text: problemText(error), tone: 'danger' }),
  })
  const remove = async (gone: View): Promise<void> => {
    const question = { title: t('engine.views.delete_ask', { name: viewName(gone) }), action: t('action.delete') }
    if (!(await confirm({ ...question, danger: true }))) return
    try {
      await api.del(`${path}/${gone.id}`)
      change(openView(''))
      await refresh()
    } catch (error) {
      toast({ text: problemText(error), tone: 'danger' })
    }
  }
  const choose = async (view: View): Promise<void> => {
    try {
      await api.put(`${path}/start`, { view: view.start ? null : view.id })
      await refresh()
      const key = view.start ? 'engine.views.start_undone' : 'engine.views.start_done'
      toast({ text: t(key, { name: viewName(view) }) })
    } catch (error) {
      toast({ text: problemText(error), tone: 'danger' })
    }
  }
  return { mine, save, remove, choose }
}

function contentOf(object: ObjectMeta, plan: ListPlan, widths: Readonly<Record<string, number>>) {
  const { where, sort, search } = plan
  return {
    kind: plan.shape,
    query: { ...(where ? { where } : {}), sort, ...(search ? { search } : {}) },
    settings: {
      ...(plan.shape === 'list' && plan.subgroup ? { subgroup: plan.subgroup } : {}),
      ...(plan.pins > 1 ? { pins: plan.pins } : {}),
      ...(plan.shape === 'board' && plan.folded.length > 0 ? { folded: plan.folded } : {}),
      ...(plan.shape === 'calendar' && plan.span ? { span: plan.span } : {}),
    },
    columns: plan.columns.map(({ path, width }) => ({
      field: path,
      width: widths[widthKey(object.name, path)] ?? width,
    })),
    group: layoutField(object, plan.shape, plan.group)?.name ?? (plan.shape === 'list' ? (plan.group ?? null) : null),
  }
}
