/** What people bring to the app: contacts are people, accounts are companies, and both are shown so. */

import type { ModulePlug } from '@/platform/plug'

export const plug: ModulePlug = {
  name: 'people',
  faces: { contact: 'person', account: 'company' },
  customers: 'account',
}
