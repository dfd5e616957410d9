/** What activities bring to the app: today's tasks and meetings on the home page. */

import type { ModulePlug } from '@/platform/plug'

export const plug: ModulePlug = {
  name: 'activities',
  home: [
    { id: 'activities.tasks', object: 'task', order: 10, load: () => import('./TasksCard') },
    { id: 'activities.meetings', object: 'event', order: 20, load: () => import('./MeetingsCard') },
  ],
}
