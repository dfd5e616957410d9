/** Nothing at this address, or nothing that this person may see. */

import { IconCompass } from '@tabler/icons-react'
import { ButtonLink, EmptyState } from '@/design'
import { t } from '@/platform/i18n'
import { PageFrame } from './PageFrame'

export function NotFound() {
  return (
    <PageFrame>
      <EmptyState
        page
        icon={<IconCompass size={24} />}
        title={t('notFound.title')}
        body={t('notFound.body')}
        action={
          <ButtonLink to="/" variant="primary">
            {t('notFound.home')}
          </ButtonLink>
        }
      />
    </PageFrame>
  )
}
