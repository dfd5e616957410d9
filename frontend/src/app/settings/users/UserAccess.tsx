/** A colleague's way in: invite, end, allow again. */

import { IconCopy, IconLock, IconLockOpen, IconMail } from '@tabler/icons-react'
import { useState } from 'react'
import { Button, Card, confirm, IconButton, toast } from '@/design'
import { api, problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { queryClient } from '@/platform/query'
import { textOf } from '@/platform/records'
import { useSession } from '@/platform/session'
import type { Rec } from '@/platform/types'
import classes from '../Settings.module.css'

interface Invitation {
  readonly url: string
  readonly days?: number
}

export interface UserAccessProps {
  readonly user: Rec
  readonly onDone: () => void
}

export function UserAccess({ user, onDone }: UserAccessProps) {
  const me = useSession().user.id
  const [link, setLink] = useState('')
  const [busy, setBusy] = useState(false)
  const run = async (work: () => Promise<void>) => {
    setBusy(true)
    await work().catch((error: unknown) => toast({ text: problemText(error), tone: 'danger' }))
    setBusy(false)
  }
  const invite = () =>
    run(async () => {
      const { url } = await api.post<Invitation>(`/users/${user.id}/invite`)
      setLink(new URL(url, window.location.origin).href)
    })
  const letIn = (allowed: boolean) =>
    run(async () => {
      if (!allowed && !(await confirm(questionAbout(user)))) return
      await api.post(`/users/${user.id}/${allowed ? 'activate' : 'deactivate'}`)
      await queryClient.invalidateQueries({ queryKey: keys.list('user') })
      onDone()
    })
  return (
    <Card title={t('users.access')}>
      <div className={classes.form}>
        {user.active !== false && (
          <Button icon={<IconMail size={16} />} loading={busy} disabled={!user.email} onClick={() => void invite()}>
            {t('users.invite')}
          </Button>
        )}
        {link && <InviteLink link={link} />}
        {user.active === false ? (
          <Button icon={<IconLockOpen size={16} />} loading={busy} onClick={() => void letIn(true)}>
            {t('users.activate')}
          </Button>
        ) : (
          user.id !== me && (
            <Button icon={<IconLock size={16} />} loading={busy} onClick={() => void letIn(false)}>
              {t('users.deactivate')}
            </Button>
          )
        )}
      </div>
    </Card>
  )
}

function InviteLink({ link }: { readonly link: string }) {
  const copy = async () => {
    await navigator.clipboard.writeText(link)
    toast({ text: t('users.inviteCopied'), tone: 'good' })
  }
  return (
    <div>
      <p>{t('users.inviteLink')}</p>
      <div className={classes.secret}>
        <span>{link}</span>
        <IconButton label={t('action.copy')} size="sm" onClick={() => void copy()}>
          <IconCopy size={16} aria-hidden />
        </IconButton>
      </div>
    </div>
  )
}

const questionAbout = (user: Rec) => ({
  title: t('users.deactivateTitle', { name: textOf(user.name) }),
  body: t('users.deactivateBody'),
  action: t('users.deactivate'),
  danger: true,
})
