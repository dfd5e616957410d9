/** The people of the workspace: who they are, whom they report to, what they may do. */

import { useDebouncedValue } from '@mantine/hooks'
import { IconPencil, IconPlus, IconUsers } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  Badge,
  Button,
  Card,
  EmptyState,
  ErrorState,
  IconButton,
  ListSkeleton,
  Person,
  Row,
  Rows,
  SearchBox,
} from '@/design'
import { api } from '@/platform/api'
import { t } from '@/platform/i18n'
import { keys } from '@/platform/keys'
import { useMeta } from '@/platform/meta'
import { textOf } from '@/platform/records'
import type { FileValue, Page, Rec } from '@/platform/types'
import page from '../../pages/page.module.css'
import { photoUrl } from '../../shell/photo'
import classes from '../Settings.module.css'
import { SettingsPage } from '../SettingsPage'
import { UserSheet } from './UserSheet'

const FIELDS = ['name', 'email', 'title', 'manager', 'unit', 'profile', 'active', 'photo']

export function Users() {
  const [text, setText] = useState('')
  const [editing, setEditing] = useState<Rec | 'new' | null>(null)
  const add = (
    <Button variant="primary" icon={<IconPlus size={16} />} onClick={() => setEditing('new')}>
      {t('users.add')}
    </Button>
  )
  return (
    <SettingsPage title={t('settings.users')} lead={t('users.lead')} actions={add}>
      <div className={page.stack}>
        <SearchBox value={text} onChange={setText} label={t('users.search')} />
        <UserList text={text} onEdit={setEditing} />
      </div>
      {editing && <UserSheet user={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
    </SettingsPage>
  )
}

function UserList({ text, onEdit }: { readonly text: string; readonly onEdit: (user: Rec) => void }) {
  const [settled] = useDebouncedValue(text.trim(), 150)
  const search = settled ? { search: settled } : {}
  const query = { fields: FIELDS, sort: [{ by: 'name' }], limit: 100, ...search }
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: keys.list('user', query),
    queryFn: ({ signal, pageParam }) =>
      api.post<Page<Rec>>('/query/user', pageParam ? { ...query, after: pageParam } : query, { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const users = data?.pages.flatMap((each) => each.items) ?? []
  if (isPending) return <ListSkeleton />
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (users.length === 0)
    return <EmptyState icon={<IconUsers size={24} />} title={t('users.none', { text: settled })} />
  return (
    <Card flush>
      <Rows>
        {users.map((user) => (
          <UserRow key={user.id} user={user} onEdit={onEdit} />
        ))}
      </Rows>
      {hasNextPage && (
        <Button variant="quiet" wide loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('users.more')}
        </Button>
      )}
    </Card>
  )
}

function UserRow({ user, onEdit }: { readonly user: Rec; readonly onEdit: (user: Rec) => void }) {
  const { profiles = [] } = useMeta()
  const name = textOf(user.name)
  const profile = profiles.find((each) => each.name === user.profile)?.label ?? textOf(user.profile)
  const manager = textOf(user.manager)
  const hint = [user.title, user.unit].map(textOf).filter(Boolean).join(' · ') || textOf(user.email)
  return (
    <Row
      end={
        <>
          <span className={classes.chips}>
            {user.active === false && <Badge tone="danger">{t('users.inactive')}</Badge>}
            {profile && <Badge>{profile}</Badge>}
            {manager && (
              <span className={classes.desk}>
                <Badge>{t('users.reportsTo', { name: manager })}</Badge>
              </span>
            )}
          </span>
          <IconButton label={t('users.editOne', { name })} size="sm" onClick={() => onEdit(user)}>
            <IconPencil size={16} aria-hidden />
          </IconButton>
        </>
      }
    >
      <Person name={name} src={photoUrl(user.photo as FileValue | null)} hint={hint} size={34} />
    </Row>
  )
}
