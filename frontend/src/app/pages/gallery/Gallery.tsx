/** Every primitive in one place, to look at and to test against: both themes, both densities. */

import { lazy, Suspense } from 'react'
import { FormSkeleton, PageHeader } from '@/design'
import { t } from '@/platform/i18n'
import page from '../page.module.css'
import { FoundationSamples } from './FoundationSamples'
import classes from './gallery.module.css'
import { OverlaySamples } from './OverlaySamples'
import { ButtonSamples, ChipSamples, FaceSamples, InputSamples } from './Samples'
import { StateSamples } from './StateSamples'

const FieldGallery = lazy(() =>
  import('@/engine/pages/FieldGallery').then((module) => ({ default: module.FieldGallery })),
)

export function Gallery() {
  return (
    <>
      <PageHeader title={t('gallery.title')} below={<p className={page.muted}>{t('gallery.lead')}</p>} />
      <div className={page.body}>
        <div className={page.stack}>
          <FoundationSamples />
          <div className={classes.grid}>
            <ButtonSamples />
            <ChipSamples />
            <FaceSamples />
            <InputSamples />
            <OverlaySamples />
          </div>
          <StateSamples />
          <Suspense fallback={<FormSkeleton />}>
            <FieldGallery />
          </Suspense>
        </div>
      </div>
    </>
  )
}
