/** My day: who waits for me, what is due, what has moved since I last looked. */

import { lazy, Suspense } from 'react'
import { Card, cx, ListSkeleton } from '@/design'
import { formatLongDate } from '@/platform/format'
import { locale, t } from '@/platform/i18n'
import { useMeta } from '@/platform/meta'
import type { PlugCard } from '@/platform/plug'
import { useSession } from '@/platform/session'
import { MODULES } from '../modules'
import { FirstSteps } from './FirstSteps'
import classes from './Home.module.css'
import page from './page.module.css'
import { RecentChanges } from './RecentChanges'

const CARDS = MODULES.flatMap((module) => module.home ?? [])
  .toSorted((left, right) => left.order - right.order)
  .map((card) => ({ ...card, HomeCard: lazyCard(card) }))

export function Home() {
  const { user } = useSession()
  const readable = new Set(useMeta().objects.flatMap((object) => (object.rights.read ? [object.name] : [])))
  const now = new Date()
  return (
    <div className={cx(page.page)}>
      <header className={classes.greeting}>
        <h1>{t(`home.greeting.${timeOfDay(now)}`, { name: callName(user.name) })}</h1>
        <p>{formatLongDate(now)}</p>
      </header>
      <FirstSteps />
      <div className={classes.columns}>
        <div className={classes.column}>
          {CARDS.filter((card) => readable.has(card.object)).map(({ id, HomeCard }) => (
            <Suspense key={id} fallback={<CardBones />}>
              <HomeCard />
            </Suspense>
          ))}
        </div>
        <div className={classes.column}>
          <RecentChanges />
        </div>
      </div>
    </div>
  )
}

function CardBones() {
  return (
    <Card>
      <ListSkeleton rows={3} />
    </Card>
  )
}

function lazyCard({ load }: PlugCard) {
  return lazy(() => load().then(({ HomeCard }) => ({ default: HomeCard })))
}

function timeOfDay(now: Date): string {
  const hour = now.getHours()
  if (hour < 5) return 'night'
  if (hour < 12) return 'morning'
  return hour < 18 ? 'afternoon' : 'evening'
}

/** In English people are greeted by their first name; of a name in both scripts, by the part in the reader's. */
export function callName(name: string): string {
  const chinese = name.match(/[\p{Script=Han}·]+/u)?.[0] ?? ''
  const latin = name.replace(chinese, '').trim()
  if (!chinese) return locale() === 'zh-CN' ? name : (name.split(' ')[0] ?? name)
  return locale() === 'zh-CN' || !latin ? chinese : latin
}
