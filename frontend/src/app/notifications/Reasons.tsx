/** Which news reaches me: one switch per reason, kept on the server. */

import { useId } from 'react'
import { Switch } from '@/design'
import { t } from '@/platform/i18n'
import { kept } from '@/platform/kept'
import { REASONS } from '@/platform/notifications'
import classes from './notifications.module.css'

const choice = kept<{ off: string[] }>('notifications', { off: [] })

/** Mentions come with the network. */
const OFFERED = REASONS.filter((reason) => reason !== 'mentioned')

export function Reasons() {
  const { off } = choice.use()
  const title = useId()
  const toggle = (reason: string, on: boolean) =>
    choice.set({ off: on ? off.filter((each) => each !== reason) : [...off, reason] })
  return (
    <section className={classes.reasons} aria-labelledby={title}>
      <p id={title}>{t('notifications.reasonsLead')}</p>
      {OFFERED.map((reason) => (
        <Switch
          key={reason}
          label={t(`notifications.reason.${reason}`)}
          checked={!off.includes(reason)}
          onChange={(event) => toggle(reason, event.currentTarget.checked)}
        />
      ))}
    </section>
  )
}
