/** Where the wizard is. */

import { IconCheck } from '@tabler/icons-react'
import { cx } from '@/design'
import { t } from '@/platform/i18n'
import classes from './exchange.module.css'

const STEPS = ['upload', 'map', 'check', 'done'] as const

export function Steps({ at }: { at: (typeof STEPS)[number] }) {
  const here = STEPS.indexOf(at)
  return (
    <ol className={classes.steps} aria-label={t('exchange.steps')}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          className={cx(classes.step, index === here && classes.stepHere, index < here && classes.stepPast)}
          aria-current={index === here ? 'step' : undefined}
        >
          <span className={classes.stepSign} aria-hidden>
            {index < here ? <IconCheck size={14} /> : index + 1}
          </span>
          {t(`exchange.step.${step}`)}
        </li>
      ))}
    </ol>
  )
}
