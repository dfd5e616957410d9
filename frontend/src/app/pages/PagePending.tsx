/** A page that is on its way. */

import { ListSkeleton } from '@/design'
import classes from './page.module.css'

export function PagePending() {
  return (
    <div className={classes.page}>
      <ListSkeleton />
    </div>
  )
}
