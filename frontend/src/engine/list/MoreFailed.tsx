/** Says at the end of a list that going on did not work, and offers to try again. */

import { Button } from '@/design'
import { problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import classes from './list.module.css'
import type { ListRows } from './useRows'

export function MoreFailed({ rows }: { readonly rows: ListRows }) {
  if (!rows.error || rows.loadingMore) return null
  return (
    <div className={classes.failed} role="alert">
      {problemText(rows.error)}
      <Button size="sm" onClick={rows.loadMore}>
        {t('action.retry')}
      </Button>
    </div>
  )
}
