/** What a thumb can do with a record right from the list: call, the first verb of its module, its next step, select. */

import { IconClock, IconPhone, IconSquareCheck } from '@tabler/icons-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { ObjectIcon } from '@/design'
import { t } from '@/platform/i18n'
import { titleOf } from '@/platform/meta'
import type { FieldMeta, ObjectMeta, Rec, VerbMeta } from '@/platform/types'
import { NEXT_STEP, NEXT_STEP_AT } from '../board/signals'
import { saveRecord } from '../data/save'
import { findField, isWritable } from '../meta/paths'
import { isEmpty } from '../store/entry'
import { phoneFields } from './columns'
import { Swipe } from './Swipe'
import classes from './swipe.module.css'

const VerbDialog = lazy(() => import('../record/VerbDialog').then((file) => ({ default: file.VerbDialog })))
const NeedSheet = lazy(() => import('../form/NeedSheet').then((file) => ({ default: file.NeedSheet })))

interface SwipeableProps {
  readonly object: ObjectMeta
  readonly rec: Rec
  readonly onSelect: () => void
  readonly children: ReactNode
}

export function Swipeable({ object, rec, onSelect, children }: SwipeableProps) {
  const [verb, setVerb] = useState<VerbMeta>()
  const [planning, setPlanning] = useState<readonly FieldMeta[]>()
  const number = phoneFields(object)
    .map((field) => rec[field.name])
    .find((value) => !isEmpty(value))
  const primary = object.rights.update ? object.verbs?.find((each) => each.primary) : undefined
  const next = nextStepFields(object)
  const actions = (close: () => void): readonly ReactNode[] => [
    ...(typeof number === 'string'
      ? [
          <a key="call" className={classes.action} data-swipe-action data-tone="call" href={`tel:${number}`}>
            <IconPhone size={20} aria-hidden />
            {t('engine.swipe.call')}
          </a>,
        ]
      : []),
    ...(next.length > 0
      ? [
          <Act key="next" icon={<IconClock size={20} aria-hidden />} close={close} onAct={() => setPlanning(next)}>
            {t('engine.swipe.next')}
          </Act>,
        ]
      : []),
    ...(primary
      ? [
          <Act
            key="verb"
            icon={<ObjectIcon name={primary.icon} size={20} />}
            tone="done"
            close={close}
            onAct={() => setVerb(primary)}
          >
            {primary.label}
          </Act>,
        ]
      : []),
    <Act key="select" icon={<IconSquareCheck size={20} aria-hidden />} close={close} onAct={onSelect}>
      {t('engine.swipe.select')}
    </Act>,
  ]
  return (
    <>
      <Swipe actions={actions}>{children}</Swipe>
      <Suspense fallback={null}>
        {verb ? <VerbDialog object={object} rec={rec} verb={verb} onClose={() => setVerb(undefined)} /> : null}
        {planning ? (
          <NeedSheet
            object={object}
            fields={planning}
            values={rec}
            title={`${t('engine.swipe.next')}: ${titleOf(object, rec)}`}
            onDone={(values) => {
              setPlanning(undefined)
              if (values) void saveRecord(object, rec.id, values, { undo: true })
            }}
          />
        ) : null}
      </Suspense>
    </>
  )
}

function nextStepFields(object: ObjectMeta): readonly FieldMeta[] {
  if (!object.rights.update) return []
  return [NEXT_STEP, NEXT_STEP_AT].flatMap((name) => {
    const field = findField(object, name)
    return field && isWritable(field) ? [field] : []
  })
}

interface ActProps {
  readonly icon: ReactNode
  readonly tone?: 'done'
  readonly close: () => void
  readonly onAct: () => void
  readonly children: ReactNode
}

function Act({ icon, tone, close, onAct, children }: ActProps) {
  return (
    <button
      type="button"
      className={classes.action}
      data-swipe-action
      data-tone={tone}
      onClick={() => {
        close()
        onAct()
      }}
    >
      {icon}
      {children}
    </button>
  )
}
