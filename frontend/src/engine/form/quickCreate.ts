/** Makes a record from its name alone, and from what its place says; asks for more only when more is required. */

import { toast } from '@/design'
import { ApiProblem } from '@/platform/api'
import { requestCreate } from '@/platform/create'
import { t } from '@/platform/i18n'
import { titleOf } from '@/platform/meta'
import type { LinkValue, ObjectMeta } from '@/platform/types'
import { createRecord } from '../data/save'
import { nextCreated } from './created'

export async function quickCreate(
  object: ObjectMeta,
  name: string,
  given: Readonly<Record<string, unknown>> = {},
): Promise<LinkValue | null> {
  const values = { ...given, [object.title_field]: name }
  try {
    const made = await createRecord(object, values, crypto.randomUUID())
    toast({ text: t('engine.create.done', { object: object.label, name }), tone: 'good' })
    return { id: made.id, label: titleOf(object, made) }
  } catch (error) {
    if (!(error instanceof ApiProblem) || !error.fields) throw error
    const made = nextCreated(object.name)
    requestCreate(object.name, values)
    const rec = await made
    return rec && { id: rec.id, label: titleOf(object, rec) }
  }
}
