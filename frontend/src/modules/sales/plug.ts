/** What sales brings to the app: deals that wait for a next step, on the home page. */

import type { ModulePlug } from '@/platform/plug'

export const plug: ModulePlug = {
  name: 'sales',
  home: [{ id: 'sales.waiting', object: 'deal', order: 30, load: () => import('./WaitingDealsCard') }],
}
