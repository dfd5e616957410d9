/** The modules that plug into this app. A module goes with its folder and its line here. */

import { registerFace } from '@/engine/slots'
import { plug as activities } from '@/modules/activities/plug'
import { plug as exchange } from '@/modules/exchange/plug'
import { plug as people } from '@/modules/people/plug'
import { plug as sales } from '@/modules/sales/plug'
import type { ModulePlug } from '@/platform/plug'

export const MODULES: readonly ModulePlug[] = [people, sales, activities, exchange]

for (const [object, face] of MODULES.flatMap((module) => Object.entries(module.faces ?? {}))) {
  registerFace(object, face)
}
