/** How I want Kith to look and speak, and the way out. */

import { IconLogout } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import { Avatar, Button, Card, cx, SegmentedControl, Select, toast } from '@/design'
import { problemText } from '@/platform/api'
import { currentTimezone, formatDateTime, timezones } from '@/platform/format'
import { LOCALES, t, useLocale } from '@/platform/i18n'
import { usePrefs } from '@/platform/prefs'
import { changeMe, type MeChange, signOut, useSession } from '@/platform/session'
import type { Density, Motion, Theme } from '@/platform/types'
import { photoUrl } from '../shell/photo'
import classes from './Me.module.css'
import { PasswordCard } from './PasswordCard'
import page from './page.module.css'

const THEMES: readonly Theme[] = ['system', 'light', 'dark']
const MOTIONS: readonly Motion[] = ['system', 'reduce', 'full']
const DENSITIES: readonly Density[] = ['comfortable', 'compact']

export function Me() {
  const { user, workspace } = useSession()
  return (
    <div className={cx(page.page, page.narrow)}>
      <header className={classes.head}>
        <Avatar name={user.name} src={photoUrl(user.photo)} size={64} />
        <div>
          <h1>{user.name}</h1>
          <p>
            {user.email} · {workspace.name}
          </p>
        </div>
      </header>
      <div className={page.stack}>
        <Card title={t('me.speech')}>
          <Language />
          <Timezone />
        </Card>
        <Card title={t('me.look')}>
          <Look />
        </Card>
        <PasswordCard />
        <div>
          <Button icon={<IconLogout size={16} />} onClick={() => void signOut()}>
            {t('me.signOut')}
          </Button>
        </div>
      </div>
    </div>
  )
}

function Language() {
  const locale = useLocale()
  const label = useId()
  return (
    <Line id={label} label={t('me.language')}>
      <SegmentedControl
        aria-labelledby={label}
        fullWidth
        data={[...LOCALES]}
        value={locale}
        onChange={(value) => save({ locale: value })}
      />
    </Line>
  )
}

function Timezone() {
  const label = useId()
  const { user } = useSession()
  return (
    <Line id={label} label={t('me.timezone')} help={t('me.timezoneNow', { now: formatDateTime(new Date()) })}>
      <Select
        aria-labelledby={label}
        searchable
        data={timezones()}
        value={user.timezone ?? currentTimezone()}
        onChange={(value) => value && save({ timezone: value })}
        nothingFoundMessage={t('me.timezoneNone')}
        limit={60}
      />
    </Line>
  )
}

function Look() {
  const prefs = usePrefs()
  const theme = useId()
  const density = useId()
  const motion = useId()
  return (
    <>
      <Line id={theme} label={t('me.theme')}>
        <SegmentedControl
          aria-labelledby={theme}
          fullWidth
          data={THEMES.map((value) => ({ value, label: t(`me.theme.${value}`) }))}
          value={prefs.theme}
          onChange={(value) => save({ theme: value })}
        />
      </Line>
      <Line id={density} label={t('me.density')} help={t('me.densityHelp')}>
        <SegmentedControl
          aria-labelledby={density}
          fullWidth
          data={DENSITIES.map((value) => ({ value, label: t(`me.density.${value}`) }))}
          value={prefs.density}
          onChange={(value) => save({ density: value })}
        />
      </Line>
      <Line id={motion} label={t('me.motion')}>
        <SegmentedControl
          aria-labelledby={motion}
          fullWidth
          data={MOTIONS.map((value) => ({ value, label: t(`me.motion.${value}`) }))}
          value={prefs.motion}
          onChange={(value) => save({ motion: value })}
        />
      </Line>
    </>
  )
}

interface LineProps {
  readonly id: string
  readonly label: string
  readonly help?: string
  readonly children: ReactNode
}

function Line({ id, label, help, children }: LineProps) {
  return (
    <div className={classes.line}>
      <div>
        <div id={id}>{label}</div>
        {help && <div className={classes.help}>{help}</div>}
      </div>
      {children}
    </div>
  )
}

function save(change: MeChange): void {
  changeMe(change).catch((error: unknown) => toast({ text: problemText(error), tone: 'danger' }))
}
