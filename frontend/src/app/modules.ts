/** The modules that plug into this app. A module goes with its folder and its line here. */

import { plug as activities } from '@/modules/activities/plug'
import { plug as sales } from '@/modules/sales/plug'
import type { ModulePlug } from '@/platform/plug'

export const MODULES: readonly ModulePlug[] = [activities, sales]
