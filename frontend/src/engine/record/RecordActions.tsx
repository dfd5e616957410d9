/** What can be done with a record: the business verbs of its modules, and clone, merge, delete. */

import { IconCopy, IconDots, IconGitMerge, IconLink, IconTrash } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { Button, IconButton, Menu, ObjectIcon, toast } from '@/design'
import { api, problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import { titleOf } from '@/platform/meta'
import { listPath, recordPath } from '@/platform/paths'
import type { ObjectMeta, Rec, VerbMeta } from '@/platform/types'
import { touchLists } from '../data/list'
import { deleteRecord, restoreRecord } from '../data/save'
import { records } from '../data/store'
import classes from './record.module.css'

const VerbDialog = lazy(() => import('./VerbDialog').then((file) => ({ default: file.VerbDialog })))

const MergeDialog = lazy(() => import('./MergeDialog').then((file) => ({ default: file.MergeDialog })))

export function RecordActions({ object, rec }: { object: ObjectMeta; rec: Rec }) {
  const [merging, setMerging] = useState(false)
  const [verb, setVerb] = useState<VerbMeta>()
  const acts = useActs(object, rec)
  const { rights, verbs = [] } = object
  const primary = verbs.filter((each) => each.primary)
  const others = verbs.filter((each) => !each.primary)
  return (
    <span className={classes.actions}>
      {rights.update
        ? primary.map((each) => (
            <Button key={each.name} icon={<ObjectIcon name={each.icon} size={16} />} onClick={() => setVerb(each)}>
              {each.label}
            </Button>
          ))
        : null}
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <IconButton label={t('action.more')} variant="default" tooltip={false}>
            <IconDots size={18} />
          </IconButton>
        </Menu.Target>
        <Menu.Dropdown>
          {rights.update
            ? others.map((each) => (
                <Menu.Item
                  key={each.name}
                  leftSection={<ObjectIcon name={each.icon} size={16} />}
                  onClick={() => setVerb(each)}
                >
                  {each.label}
                </Menu.Item>
              ))
            : null}
          <Menu.Item leftSection={<IconLink size={16} />} onClick={acts.copyLink}>
            {t('engine.record.copy_link')}
          </Menu.Item>
          {rights.create ? (
            <Menu.Item leftSection={<IconCopy size={16} />} onClick={acts.clone}>
              {t('engine.record.clone')}
            </Menu.Item>
          ) : null}
          {rights.update && rights.delete ? (
            <Menu.Item leftSection={<IconGitMerge size={16} />} onClick={() => setMerging(true)}>
              {t('engine.merge.title')}
            </Menu.Item>
          ) : null}
          {rights.delete ? (
            <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={acts.remove}>
              {t('action.delete')}
            </Menu.Item>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      {merging ? (
        <Suspense fallback={null}>
          <MergeDialog object={object} rec={rec} onClose={() => setMerging(false)} />
        </Suspense>
      ) : null}
      {verb ? (
        <Suspense fallback={null}>
          <VerbDialog object={object} rec={rec} verb={verb} onClose={() => setVerb(undefined)} />
        </Suspense>
      ) : null}
    </span>
  )
}

function useActs(object: ObjectMeta, rec: Rec) {
  const navigate = useNavigate()
  const fail = (error: unknown): void => {
    toast({ text: problemText(error), tone: 'danger' })
  }
  return {
    copyLink: () => {
      const link = `${window.location.origin}${recordPath(object.name, rec.id)}`
      navigator.clipboard.writeText(link).then(() => toast({ text: t('engine.record.copied') }), fail)
    },
    clone: () => {
      api.post<Rec>(`/records/${object.name}/${rec.id}/clone`).then((made) => {
        records.receive(object.name, made)
        touchLists(object.name)
        void navigate({ to: recordPath(object.name, made.id) })
        toast({ text: t('engine.record.cloned'), tone: 'good' })
      }, fail)
    },
    remove: () => {
      void deleteRecord(object, rec.id).then((done) => {
        if (!done) return
        touchLists(object.name)
        void navigate({ to: listPath(object.name) })
        const undo = (): Promise<void> => restoreRecord(object, rec.id).then(() => touchLists(object.name), fail)
        toast({ text: t('engine.record.deleted', { name: titleOf(object, rec) }), undo })
      })
    },
  }
}
