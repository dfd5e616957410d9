/** Which field of an object takes which fact of a card. Pure. */

import type { FieldKind, FieldMeta, LinkValue, ObjectMeta } from '@/platform/types'
import { findField, isWritable } from '../../meta/paths'
import { type Face, faceOf } from '../../slots'
import { isEmpty, sameValue } from '../../store/entry'
import type { FormValues } from '../values'
import type { Card } from './parse'

export interface Fit {
  readonly field: FieldMeta
  readonly value: unknown
  /** The company is known by name only: it has to be found, or made. */
  readonly findName?: string
  /** The field holds something else already. */
  readonly taken: boolean
}

export function fitCard(object: ObjectMeta, card: Card, values: FormValues): readonly Fit[] {
  const face = faceOf(object.name)
  const fits: Fit[] = []
  const put = (field: FieldMeta | undefined, value: unknown, more: Partial<Fit> = {}): void => {
    const known = fits.some((fit) => fit.field.name === field?.name)
    if (!field || known || isEmpty(value) || !isWritable(field) || sameValue(values[field.name], value)) return
    fits.push({ field, value, taken: !isEmpty(values[field.name]), ...more })
  }
  put(findField(object, object.title_field), face === 'company' ? card.company : card.name)
  if (face === 'person') {
    const employer = object.fields.find((field) => field.kind === 'link' && faceOf(field.to) === 'company')
    const link: LinkValue | undefined = card.company ? { id: '', label: card.company } : undefined
    const same = (values[employer?.name ?? ''] as LinkValue | undefined)?.label === card.company
    if (link && !same) put(employer, link, { findName: card.company ?? '' })
    put(named(object, 'text', /alias|also_known|nick/), card.alias)
    put(named(object, 'text', /^(job_)?title|position/), card.title)
    put(named(object, 'text', /department/), card.department)
    put(named(object, 'text', /wechat/), card.wechat)
  }
  const mobile = named(object, 'phone', MOBILE)
  put(mobile ?? ofKind(object, 'phone'), card.mobile)
  put(object.fields.find((field) => field.kind === 'phone' && field !== mobile) ?? mobile, card.phone)
  put(ofKind(object, 'email'), card.email)
  put(urlField(object, face), card.url)
  put(ofKind(object, 'address'), card.address)
  return fits
}

const MOBILE = /mobile|cell/
const ofKind = (object: ObjectMeta, kind: FieldKind): FieldMeta | undefined =>
  object.fields.find((field) => field.kind === kind)
const named = (object: ObjectMeta, kind: FieldKind, name: RegExp): FieldMeta | undefined =>
  object.fields.find((field) => field.kind === kind && name.test(field.name))

/** A company's site is its own; a person's card shows the company's, unless the field says otherwise. */
const urlField = (object: ObjectMeta, face: Face | undefined): FieldMeta | undefined =>
  face === 'person' ? named(object, 'url', /web|site|page|profile/) : ofKind(object, 'url')
