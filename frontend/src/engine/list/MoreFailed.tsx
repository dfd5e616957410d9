/** The next rows could not be fetched: says so below the last one, with a way to try again. */

import { Button } from '@/design'
import { problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import type { ListSource, ListView } from '../data/ListSource'
import classes from './list.module.css'

export function MoreFailed({ source, view }: { source: ListSource; view: ListView }) {
  if (!view.error || view.status !== 'ready') return null
  return (
    <p className={classes.failed} role="alert">
      {problemText(view.error)}
      <Button size="sm" onClick={() => void source.loadMore()}>
        {t('action.retry')}
      </Button>
    </p>
  )
}
