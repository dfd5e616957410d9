/** A profile while it is being changed. Pure; what is not set apart for an object follows "all others". */

import type { FieldRight, ObjectRights, Profile, Reach } from '@/platform/types'
import { keyOf } from '../objects/draft'

export const REACHES: readonly Reach[] = ['none', 'mine', 'team', 'all']
export const FIELD_RIGHTS: readonly FieldRight[] = ['hidden', 'read', 'write']
export const REACHING = ['read', 'update', 'delete'] as const
export const SWITCHES = ['create', 'export', 'bulk'] as const

export type Reaching = (typeof REACHING)[number]
export type Switching = (typeof SWITCHES)[number]

/** The row of the matrix that holds for every object not listed. */
export const OTHERS = ''

export const rightsOf = (profile: Profile, object: string): ObjectRights =>
  (object === OTHERS ? undefined : profile.objects[object]) ?? profile.others

export const isApart = (profile: Profile, object: string): boolean => object in profile.objects

export function withRights(profile: Profile, object: string, change: Partial<ObjectRights>): Profile {
  const rights = settled({ ...rightsOf(profile, object), ...change })
  if (object === OTHERS) return { ...profile, others: rights }
  return { ...profile, objects: { ...profile.objects, [object]: rights } }
}

export function withField(profile: Profile, object: string, field: string, right: FieldRight): Profile {
  const { [field]: _, ...rest } = rightsOf(profile, object).fields
  return withRights(profile, object, { fields: right === 'write' ? rest : { ...rest, [field]: right } })
}

export function likeOthers(profile: Profile, object: string): Profile {
  const { [object]: _, ...objects } = profile.objects
  return { ...profile, objects }
}

/** Nobody changes or deletes what they cannot see. */
function settled(rights: ObjectRights): ObjectRights {
  const most = REACHES.indexOf(rights.read)
  const within = (reach: Reach): Reach => REACHES[Math.min(REACHES.indexOf(reach), most)] ?? 'none'
  const blind = rights.read === 'none'
  return {
    ...rights,
    update: within(rights.update),
    delete: within(rights.delete),
    export: rights.export && !blind,
    bulk: rights.bulk && !blind,
  }
}

export function cloneOf(profile: Profile, label: string, taken: readonly string[]): Profile {
  return { ...profile, name: freeName(keyOf(label) || 'profile', taken), label: label.trim(), admin: false }
}

function freeName(wanted: string, taken: readonly string[]): string {
  if (!taken.includes(wanted)) return wanted
  let number = 2
  while (taken.includes(`${wanted}_${number}`)) number += 1
  return `${wanted}_${number}`
}

/** What the server keeps of it. */
export const bodyOf = ({ label, admin, objects, others }: Profile) => ({ label: label.trim(), admin, objects, others })

export const isSame = (left: Profile, right: Profile): boolean =>
  JSON.stringify(bodyOf(left)) === JSON.stringify(bodyOf(right))
