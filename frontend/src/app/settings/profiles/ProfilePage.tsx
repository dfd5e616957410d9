/** One profile: a matrix of objects and rights, with the rights on single fields a click away. */

import { IconTrash } from '@tabler/icons-react'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { Banner, Button, Card, confirm, ErrorState, FormSkeleton, TextInput, toast } from '@/design'
import { problemText } from '@/platform/api'
import { t } from '@/platform/i18n'
import type { Profile } from '@/platform/types'
import { NotFound } from '../../pages/NotFound'
import page from '../../pages/page.module.css'
import { SettingsPage } from '../SettingsPage'
import { FieldRightsSheet } from './FieldRightsSheet'
import { Matrix } from './Matrix'
import { isSame } from './model'
import { removeProfile, saveProfile, useProfiles } from './profiles'

export function ProfilePage() {
  const { name = '' } = useParams({ strict: false })
  const { data, error, isPending, refetch } = useProfiles()
  const profile = data?.find((each) => each.name === name)
  if (profile) return <Editor key={`${name}/${JSON.stringify(profile)}`} profile={profile} />
  if (data) return <NotFound />
  return (
    <SettingsPage title={t('settings.profiles')}>
      {isPending && <FormSkeleton />}
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
    </SettingsPage>
  )
}

function Editor({ profile }: { readonly profile: Profile }) {
  const [draft, setDraft] = useState(profile)
  const [busy, setBusy] = useState(false)
  const [fieldsOf, setFieldsOf] = useState<string>()
  const dirty = !isSame(draft, profile)
  const back = (
    <Link key="profiles" to="/settings/profiles">
      {t('settings.profiles')}
    </Link>
  )
  const save = async () => {
    setBusy(true)
    try {
      await saveProfile(draft)
      toast({ text: t('profiles.saved', { name: draft.label }), tone: 'good' })
    } catch (error) {
      toast({ text: problemText(error), tone: 'danger' })
    }
    setBusy(false)
  }
  const actions = profile.admin ? undefined : (
    <>
      <Button disabled={!dirty || busy} onClick={() => setDraft(profile)}>
        {t('layout.discard')}
      </Button>
      <Button variant="primary" loading={busy} disabled={!dirty || !draft.label.trim()} onClick={() => void save()}>
        {t('action.save')}
      </Button>
    </>
  )
  return (
    <SettingsPage title={profile.label} lead={t('profiles.pageLead')} crumbs={[back]} actions={actions}>
      {profile.admin ? (
        <Banner>{t('profiles.adminBody')}</Banner>
      ) : (
        <div className={page.stack}>
          {!profile.standard && (
            <Card>
              <TextInput
                label={t('profiles.name')}
                value={draft.label}
                error={!draft.label.trim() && t('profiles.nameMissing')}
                onChange={(event) => setDraft({ ...draft, label: event.currentTarget.value })}
              />
            </Card>
          )}
          <Matrix profile={draft} onChange={setDraft} onFields={setFieldsOf} />
          <Removal profile={profile} />
        </div>
      )}
      {fieldsOf !== undefined && (
        <FieldRightsSheet
          object={fieldsOf}
          profile={draft}
          onChange={setDraft}
          onClose={() => setFieldsOf(undefined)}
        />
      )}
    </SettingsPage>
  )
}

/** A standard profile goes back to what it was; one that was made here goes, if nobody has it. */
function Removal({ profile }: { readonly profile: Profile }) {
  const navigate = useNavigate()
  if (profile.standard && !profile.changed) return null
  const key = profile.standard ? 'profiles.reset' : 'profiles.remove'
  const run = async () => {
    const sure = await confirm({
      title: t(`${key}.title`, { name: profile.label }),
      body: t(`${key}.body`),
      action: t(key),
      danger: true,
    })
    if (!sure) return
    try {
      await removeProfile(profile.name)
      if (!profile.standard) await navigate({ to: '/settings/profiles' })
    } catch (error) {
      toast({ text: problemText(error), tone: 'danger' })
    }
  }
  return (
    <div>
      <Button variant="quiet" icon={<IconTrash size={16} />} onClick={() => void run()}>
        {t(key)}
      </Button>
    </div>
  )
}
