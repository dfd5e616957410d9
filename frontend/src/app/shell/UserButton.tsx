/** Oneself at the foot of the side bar; the menu behind it is loaded when it is wanted. */

import { type ComponentProps, lazy, Suspense, useState } from 'react'
import { Person } from '@/design'
import { t } from '@/platform/i18n'
import { useSession } from '@/platform/session'
import { photoUrl } from './photo'
import classes from './SideBar.module.css'

const UserMenu = lazy(() => import('./UserMenu').then((module) => ({ default: module.UserMenu })))

export function UserButton() {
  const [wanted, setWanted] = useState(false)
  const plain = <UserFace aria-haspopup="menu" onClick={() => setWanted(true)} />
  if (!wanted) return plain
  return (
    <Suspense fallback={plain}>
      <UserMenu />
    </Suspense>
  )
}

export function UserFace(props: ComponentProps<'button'>) {
  const { user } = useSession()
  return (
    <button type="button" className={classes.user} {...props}>
      <Person name={user.name} src={photoUrl(user.photo)} hint={user.email} size={30} />
      <span className="visually-hidden">{t('nav.user')}</span>
    </button>
  )
}
