/** On a desk where nothing has happened yet: the way back into the last steps of the first run. */

import { IconSparkles } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { ButtonLink, Card, EmptyState } from '@/design'
import { t } from '@/platform/i18n'
import { useIsAdmin } from '@/platform/session'
import classes from './Home.module.css'
import { changesQuery } from './RecentChanges'

export function FirstSteps() {
  const admin = useIsAdmin()
  const { data } = useInfiniteQuery({ ...changesQuery, enabled: admin })
  const first = data?.pages[0]
  if (!admin || !first || first.items.length > 0) return null
  return (
    <Card className={classes.first}>
      <EmptyState
        inline
        icon={<IconSparkles size={20} />}
        title={t('home.empty')}
        body={t('home.emptyBody')}
        action={
          <ButtonLink to="/start" variant="primary">
            {t('home.emptyAction')}
          </ButtonLink>
        }
      />
    </Card>
  )
}
