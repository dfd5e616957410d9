/** Empty, broken, waiting; and the banners. */

import { IconUsers } from '@tabler/icons-react'
import {
  Banner,
  Button,
  Card,
  CardSkeleton,
  EmptyState,
  ErrorState,
  FormSkeleton,
  ListSkeleton,
  Progress,
} from '@/design'
import { ApiProblem } from '@/platform/api'
import { t } from '@/platform/i18n'
import page from '../page.module.css'
import classes from './gallery.module.css'

const OFFLINE = new ApiProblem(0, { code: 'offline' })

export function StateSamples() {
  return (
    <>
      <Card title={t('gallery.banners')}>
        <div className={page.stack}>
          <Banner>{t('bin.lead')}</Banner>
          <Banner tone="good">{t('workspace.saved')}</Banner>
          <Banner tone="warn" action={<Button size="sm">{t('action.retry')}</Button>}>
            {t('shell.offline')}
          </Banner>
          <Banner tone="danger">{t('signIn.wrong')}</Banner>
          <Progress value={62} aria-label={t('state.loading')} />
        </div>
      </Card>
      <div className={classes.grid}>
        <Card title={t('gallery.empty')}>
          <EmptyState
            inline
            icon={<IconUsers size={20} />}
            title={t('bin.empty')}
            body={t('bin.emptyBody')}
            action={<Button variant="primary">{t('action.add')}</Button>}
          />
        </Card>
        <Card title={t('gallery.error')}>
          <ErrorState inline error={OFFLINE} onRetry={() => undefined} />
        </Card>
        <Card title={t('gallery.waiting')} data-sample>
          <ListSkeleton rows={3} />
          <CardSkeleton cards={1} />
          <FormSkeleton fields={2} />
        </Card>
      </div>
    </>
  )
}
