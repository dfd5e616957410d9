/** All there is to work with, as tiles: the menu of the phone. */

import { Link } from '@tanstack/react-router'
import { ObjectIcon } from '@/design'
import { t } from '@/platform/i18n'
import { listPath } from '@/platform/paths'
import { useSession } from '@/platform/session'
import { MODULES } from '../modules'
import { usePlaces } from '../shell/navigation'
import page from './page.module.css'
import classes from './Work.module.css'

interface Tile {
  readonly to: string
  readonly icon: string
  readonly label: string
}

export function Work() {
  const { admin } = useSession()
  const places = usePlaces().map(({ object }) => ({
    to: listPath(object.name),
    icon: object.icon,
    label: object.plural,
  }))
  const plugged = MODULES.flatMap((module) => module.links ?? [])
    .filter((link) => admin || !link.adminOnly)
    .map((link) => ({ to: link.path, icon: link.icon, label: t(link.labelKey) }))
  const tools = [
    ...plugged,
    { to: '/bin', icon: 'trash', label: t('nav.bin') },
    { to: '/settings', icon: 'settings', label: t('nav.settings') },
  ]
  return (
    <div className={page.page}>
      <h1 className="visually-hidden">{t('tab.work')}</h1>
      <Tiles title={t('work.objects')} tiles={places} />
      <Tiles title={t('work.tools')} tiles={tools} />
    </div>
  )
}

function Tiles({ title, tiles }: { readonly title: string; readonly tiles: readonly Tile[] }) {
  return (
    <section className={classes.section}>
      <h2 className={classes.title}>{title}</h2>
      <ul className={classes.tiles}>
        {tiles.map((tile) => (
          <li key={tile.to}>
            <Link to={tile.to} className={classes.tile}>
              <span className={classes.icon}>
                <ObjectIcon name={tile.icon} size={24} />
              </span>
              {tile.label}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
