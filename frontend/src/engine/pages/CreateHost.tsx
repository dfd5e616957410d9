/** Answers every wish for a new record, from wherever in the app it comes. */

import { useNavigate } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { toast } from '@/design'
import { type CreateRequest, useCreateRequest } from '@/platform/create'
import { t } from '@/platform/i18n'
import { whenIdle } from '@/platform/idle'
import { titleOf, useObject } from '@/platform/meta'
import { recordPath } from '@/platform/paths'
import { useSession } from '@/platform/session'
import type { ObjectMeta, Rec } from '@/platform/types'
import { touchLists } from '../data/list'
import { createRecord } from '../data/save'
import { announceCreated } from '../form/created'
import { sweepDrafts } from '../form/draft'
import { RecordForm } from '../form/RecordForm'
import { startValues } from '../form/values'

export function CreateHost() {
  const request = useCreateRequest()
  const object = useObject(request?.object ?? '')
  useEffect(() => whenIdle([async () => sweepDrafts()]), [])
  return request && object ? <Create key={object.name} object={object} request={request} /> : null
}

const NOTHING = {}

function Create({ object, request }: { object: ObjectMeta; request: CreateRequest }) {
  const { user } = useSession()
  const navigate = useNavigate()
  const given = request.values ?? NOTHING
  const initial = useMemo(() => startValues(object, given, { id: user.id, label: user.name }), [object, given, user])
  // One key per form: sending it twice makes one record.
  const [key, setKey] = useState<string>(() => crypto.randomUUID())
  const finish = (rec: Rec | null): void => {
    request.done()
    announceCreated(object.name, rec)
  }
  return (
    <RecordForm
      key={key}
      object={object}
      initial={initial}
      given={given}
      title={t('engine.create.title', { object: object.label })}
      onSave={(values) => createRecord(object, values, key)}
      onSaved={(rec, again) => {
        if (again) setKey(crypto.randomUUID())
        else finish(rec)
        touchLists(object.name)
        toast({
          text: t('engine.create.done', { object: object.label, name: titleOf(object, rec) }),
          tone: 'good',
          action: {
            label: t('engine.create.open'),
            run: () => void navigate({ to: recordPath(object.name, rec.id) }),
          },
        })
      }}
      onClose={() => finish(null)}
    />
  )
}
