/** Which objects the menus list, and the letter that goes there after "g". */

import { useMeta } from '@/platform/meta'
import type { ObjectMeta } from '@/platform/types'

export interface Place {
  readonly object: ObjectMeta
  readonly letter: string
}

/** Letters that lead elsewhere: home, settings, me, bin, work, notifications. */
const TAKEN = 'hsmbwn'

export function usePlaces(): readonly Place[] {
  return withLetters(useMeta().objects.filter(standsAlone))
}

export function useCreatable(): readonly ObjectMeta[] {
  return useMeta().objects.filter((object) => standsAlone(object) && object.rights.create)
}

/** Parts of another record (its lines, its steps) are reached through that record; some objects ask not to be listed. */
export function standsAlone(object: ObjectMeta): boolean {
  if (!object.rights.read || object.system || object.config?.menu === false) return false
  return !object.fields.some((field) => field.kind === 'parent')
}

/** Gives each object the first letter of its API name that is still free. */
export function withLetters(objects: readonly ObjectMeta[]): readonly Place[] {
  const used = new Set(TAKEN)
  return objects.map((object) => {
    const letter = [...object.name.replace(/[^a-z]/g, '')].find((each) => !used.has(each)) ?? ''
    if (letter) used.add(letter)
    return { object, letter }
  })
}
