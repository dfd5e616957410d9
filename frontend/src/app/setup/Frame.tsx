/** The calm page around every step of the first run: how far one is, a title, a sentence, the form. */

import type { ReactNode } from 'react'
import { cx, Logo } from '@/design'
import { t } from '@/platform/i18n'
import classes from './setup.module.css'

export const STEPS = ['company', 'account', 'invite', 'data'] as const
export type Step = (typeof STEPS)[number]

export interface FrameProps {
  readonly step: Step
  readonly children: ReactNode
}

export function Frame({ step, children }: FrameProps) {
  const at = STEPS.indexOf(step)
  return (
    <div className={classes.page}>
      <header className={classes.brand}>
        <Logo size={32} />
        <span>Kith</span>
        <ol className={classes.steps} aria-label={t('setup.steps', { n: at + 1, of: STEPS.length })}>
          {STEPS.map((each, index) => (
            <li
              key={each}
              className={cx(classes.dot, index <= at && classes.done)}
              aria-current={index === at ? 'step' : undefined}
            >
              <span className="visually-hidden">{t(`setup.${each}.title`)}</span>
            </li>
          ))}
        </ol>
      </header>
      <main className={classes.card} id="content">
        <h1 className={classes.title}>{t(`setup.${step}.title`)}</h1>
        <p className={classes.lead}>{t(`setup.${step}.lead`)}</p>
        {children}
      </main>
    </div>
  )
}
