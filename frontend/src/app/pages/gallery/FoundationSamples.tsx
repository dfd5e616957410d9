/** Colours by meaning, and the type scale in both scripts. */

import type { CSSProperties } from 'react'
import { Card } from '@/design'
import { t } from '@/platform/i18n'
import classes from './gallery.module.css'

const TOKENS = [
  '--bg',
  '--surface',
  '--surface-2',
  '--surface-raised',
  '--selected',
  '--text',
  '--text-2',
  '--text-3',
  '--line',
  '--line-strong',
  '--accent',
  '--accent-soft',
  '--danger',
  '--danger-soft',
  '--warn',
  '--warn-soft',
  '--good',
  '--good-soft',
  '--info',
  '--info-soft',
]
const SIZES = ['--fs-6', '--fs-5', '--fs-4', '--fs-3', '--fs-2', '--fs-1']

export function FoundationSamples() {
  return (
    <>
      <Card title={t('gallery.colours')}>
        <div className={classes.swatches}>
          {TOKENS.map((token) => (
            <div key={token} className={classes.swatch}>
              <span style={{ '--swatch': `var(${token})` } as CSSProperties} />
              {token}
            </div>
          ))}
        </div>
      </Card>
      <Card title={t('gallery.type')}>
        <div className={classes.type}>
          {SIZES.map((size) => (
            <p key={size} style={{ fontSize: `var(${size})` }}>
              {t('gallery.specimen')}
            </p>
          ))}
        </div>
      </Card>
    </>
  )
}
