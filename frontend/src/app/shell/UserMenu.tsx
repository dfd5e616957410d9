/** The menu behind oneself: preferences, theme, sign out. */

import { IconKeyboard, IconLogout, IconMoon, IconSun, IconUser } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { Menu } from '@/design'
import { t } from '@/platform/i18n'
import { changeMe, signOut } from '@/platform/session'
import { openOverlay } from './state'
import { useIsDark } from './theme'
import { UserFace } from './UserButton'

export function UserMenu() {
  const navigate = useNavigate()
  const dark = useIsDark()
  return (
    <Menu position="top-start" width={216} defaultOpened>
      <Menu.Target>
        <UserFace />
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
