/** A page that could not be shown: what to do, and a way back. */

import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { ButtonLink, ErrorState } from '@/design'
import { ApiProblem } from '@/platform/api'
import { t } from '@/platform/i18n'
import { NotFound } from './NotFound'
import { PageFrame } from './PageFrame'

export function PageError({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  if (error instanceof ApiProblem && error.status === 404) return <NotFound />
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return (
    <PageFrame>
      <ErrorState page error={error} onRetry={retry} action={<ButtonLink to="/">{t('notFound.home')}</ButtonLink>} />
    </PageFrame>
  )
}
