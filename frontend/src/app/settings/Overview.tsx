/** What can be set, in groups, each with a line that says what for; and a search over all of it. */

import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Card, EmptyState, ObjectIcon, PageHeader, RowLink, Rows, SearchBox } from '@/design'
import { t } from '@/platform/i18n'
import { useMeta } from '@/platform/meta'
import { useSession } from '@/platform/session'
import page from '../pages/page.module.css'
import classes from './Settings.module.css'
import { allSettings, foundSettings, GROUPS, settingsSections } from './sections'

export function Overview() {
  const [text, setText] = useState('')
  return (
    <>
      <PageHeader title={t('nav.settings')} />
      <div className={page.body}>
        <div className={classes.overview}>
          <SearchBox value={text} onChange={setText} label={t('settings.search')} />
          {text.trim() ? <Found text={text} /> : <Groups />}
        </div>
      </div>
    </>
  )
}

function Groups() {
  const { admin } = useSession()
  const sections = settingsSections(admin)
  return GROUPS.map((group) => {
    const own = sections.filter((section) => section.group === group)
    if (own.length === 0) return null
    return (
      <section key={group}>
        <h2 className={classes.groupTitle}>{t(`settings.group.${group}`)}</h2>
        <ul className={classes.tiles}>
          {own.map((section) => (
            <li key={section.path}>
              <Link to={section.path} className={classes.tile}>
                <ObjectIcon name={section.icon} size={20} />
                <span>
                  <span className={classes.tileTitle}>{t(section.key)}</span>
                  <br />
                  <span className={classes.tileText}>{t(`${section.key}.what`)}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    )
  })
}

function Found({ text }: { readonly text: string }) {
  const { admin } = useSession()
  const found = foundSettings(allSettings(admin, useMeta().objects), text)
  if (found.length === 0) return <EmptyState title={t('settings.nothing', { text: text.trim() })} />
  return (
    <Card flush>
      <Rows>
        {found.map((setting) => (
          <RowLink key={setting.id} to={setting.path} lead={<ObjectIcon name={setting.icon} />} hint={setting.hint}>
            {setting.label}
          </RowLink>
        ))}
      </Rows>
    </Card>
  )
}
