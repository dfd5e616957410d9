/** Who is signed in, and what happens when that ends: a dialog on the same page, so that no typed word is lost. */

import { queryOptions, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { createStore, useStore } from '@/lib/store'
import { api, onSessionEnd, setCsrf } from './api'
import { setFormatting } from './format'
import { locale, nearestLocale, setLocale } from './i18n'
import { keys } from './keys'
import { changePrefs, currentPrefs, type Prefs } from './prefs'
import { queryClient } from './query'
import type { Me } from './types'

export const sessionQuery = queryOptions({
  queryKey: keys.session,
  queryFn: async ({ signal }): Promise<Me> => adopt(await api.get<Me>('/session', { signal, anonymous: true })),
  staleTime: Number.POSITIVE_INFINITY,
  retry: false,
})

/** The signed-in person; only inside the signed-in layout. */
export function useSession(): Me {
  return useSuspenseQuery(sessionQuery).data
}

export async function signIn(email: string, password: string): Promise<Me> {
  const me = remember(await adopt(await api.post<Me>('/session', { email, password }, { anonymous: true })))
  return me.user.locale && me.user.timezone ? me : keepHabits(me)
}

/** What the first run asks for. */
export interface Setup {
  readonly token: string
  readonly company: string
  readonly locale: string
  readonly timezone: string
  readonly currency: string
  readonly name: string
  readonly email: string
  readonly password: string
}

/** Makes the workspace and its first administrator, who is signed in by it. */
export async function setUp(wish: Setup): Promise<Me> {
  return remember(await adopt(await api.post<Me>('/setup', wish, { anonymous: true })))
}

/** Comes in for the first time; language and time zone are those of the browser until the person says otherwise. */
export async function acceptInvitation(secret: string, password: string): Promise<void> {
  await keepHabits(
    remember(await adopt(await api.post<Me>('/session/invitation', { secret, password }, { anonymous: true }))),
  )
}

/** What the person never chose is as this browser has it, so that the server speaks the same language. */
async function keepHabits(me: Me): Promise<Me> {
  const change = {
    locale: me.user.locale ?? locale(),
    timezone: me.user.timezone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
  }
  await changeMe(change)
  return { ...me, user: { ...me.user, ...change } }
}

export async function signOut(): Promise<void> {
  await api.del('/session')
  leave()
}

export interface MeChange {
  readonly locale?: string
  readonly timezone?: string
  readonly theme?: Prefs['theme']
  readonly density?: Prefs['density']
  readonly motion?: Prefs['motion']
}

/** Changes how I see Kith: at once here, and on the server for my other devices. */
export async function changeMe(change: MeChange): Promise<void> {
  const { locale: language, timezone, ...look } = change
  changePrefs(language ? { ...look, locale: nearestLocale(language) } : look)
  const me = queryClient.getQueryData<Me>(keys.session)
  if (me) await adopt(remember({ ...me, user: { ...me.user, ...change } }))
  await api.patch('/session/me', change)
  if (language) await queryClient.invalidateQueries({ queryKey: keys.meta })
  if (timezone) await queryClient.invalidateQueries()
}

function remember(me: Me): Me {
  queryClient.setQueryData(keys.session, me)
  return me
}

/** Takes on the person's language, time zone, look, and the proof that changes come from this page. */
async function adopt(me: Me): Promise<Me> {
  setCsrf(me.csrf)
  onSessionEnd(askAgain)
  const wanted = nearestLocale(me.user.locale ?? currentPrefs().locale)
  setFormatting({ timezone: me.user.timezone ?? me.workspace.timezone, currency: me.workspace.base_currency })
  changePrefs({
    locale: wanted,
    ...(me.user.theme ? { theme: me.user.theme } : {}),
    ...(me.user.density ? { density: me.user.density } : {}),
    ...(me.user.motion ? { motion: me.user.motion } : {}),
  })
  await setLocale(wanted)
  return me
}

interface Ended {
  readonly email: string
  readonly answer: (again: boolean) => void
}

const ended = createStore<Ended | null>(null)
let asking: Promise<boolean> | undefined

export const useEndedSession = (): Ended | null => useStore(ended)

/** Asks once, however many requests have met the closed door. */
function askAgain(): Promise<boolean> {
  asking ??= new Promise<boolean>((resolve) => {
    const email = queryClient.getQueryData<Me>(keys.session)?.user.email ?? ''
    ended.set({ email, answer: resolve })
  }).finally(() => {
    asking = undefined
    ended.set(null)
  })
  return asking
}

/** Forgets the person and everything they could see. */
export function leave(): void {
  onSessionEnd(undefined)
  setCsrf('')
  queryClient.clear()
  window.location.assign('/sign-in')
}

export function useIsAdmin(): boolean {
  return useSession().admin
}

export function useRefreshSession(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keys.session })
}
