/** What exchange brings to the app: the import wizard. */

import type { ModulePlug } from '@/platform/plug'

export const plug: ModulePlug = {
  name: 'exchange',
  routes: [{ path: '/import', load: () => import('./ImportPage'), texts: 'exchange' }],
  links: [{ path: '/import', labelKey: 'exchange.title', icon: 'file-import', place: 'palette' }],
}
