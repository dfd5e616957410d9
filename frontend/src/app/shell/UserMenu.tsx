/** Oneself at the foot of the side bar: preferences, theme, sign out. */

import { IconKeyboard, IconLogout, IconMoon, IconSun, IconUser } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { Menu, Person } from '@/design'
import { t } from '@/platform/i18n'
import { changeMe, signOut, useSession } from '@/platform/session'
import { photoUrl } from './photo'
import classes from './SideBar.module.css'
import { openOverlay } from './state'
import { useIsDark } from './theme'

export function UserMenu() {
  const { user } = useSession()
  const navigate = useNavigate()
  const dark = useIsDark()
  return (
    <Menu position="top-start" width={216}>
      <Menu.Target>
        <button type="button" className={classes.user}>
          <Person name={user.name} src={photoUrl(user.photo)} hint={user.email} size={30} />
          <span className="visually-hidden">{t('nav.user')}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconUser size={16} />} onClick={() => void navigate({ to: '/me' })}>
          {t('nav.me')}
        </Menu.Item>
        <Menu.Item
          leftSection={dark ? <IconSun size={16} /> : <IconMoon size={16} />}
          onClick={() => void changeMe({ theme: dark ? 'light' : 'dark' })}
        >
          {t(dark ? 'me.toLight' : 'me.toDark')}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={() => openOverlay('shortcuts')}>
          {t('shortcuts.title')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void signOut()}>
          {t('me.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
