/** Every address of the app. Pages are loaded when first needed. */

import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { ApiProblem } from '@/platform/api'
import { loadTexts } from '@/platform/i18n'
import { metaQuery } from '@/platform/meta'
import { queryClient } from '@/platform/query'
import { sessionQuery } from '@/platform/session'
import { MODULES } from './modules'
import { NotFound } from './pages/NotFound'
import { PageError } from './pages/PageError'
import { PagePending } from './pages/PagePending'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound, errorComponent: PageError })

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { next?: string } => (isInside(search.next) ? { next: search.next } : {}),
  component: lazyRouteComponent(() => import('./pages/SignIn'), 'SignIn'),
})

const welcome = createRoute({
  getParentRoute: () => root,
  path: '/welcome',
  validateSearch: (search): { secret: string } => ({ secret: String(search.secret ?? '') }),
  component: lazyRouteComponent(() => import('./pages/Welcome'), 'Welcome'),
})

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  loader: () => loadTexts('setup'),
  component: lazyRouteComponent(() => import('./setup/Setup'), 'Setup'),
})

const start = createRoute({
  getParentRoute: () => root,
  path: '/start',
  beforeLoad: ({ location }) => requireSession(location.href),
  loader: () => Promise.all([loadTexts('setup'), queryClient.ensureQueryData(metaQuery)]),
  component: lazyRouteComponent(() => import('./setup/Start'), 'Start'),
})

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  beforeLoad: ({ location }) => requireSession(location.href),
  loader: () => queryClient.ensureQueryData(metaQuery),
  component: lazyRouteComponent(() => import('./shell/Shell'), 'Shell'),
})

const inShell = () => shell

const home = createRoute({
  getParentRoute: inShell,
  path: '/',
  component: lazyRouteComponent(() => import('./pages/Home'), 'Home'),
})
const work = createRoute({
  getParentRoute: inShell,
  path: '/work',
  component: lazyRouteComponent(() => import('./pages/Work'), 'Work'),
})
const me = createRoute({
  getParentRoute: inShell,
  path: '/me',
  component: lazyRouteComponent(() => import('./pages/Me'), 'Me'),
})
const bin = createRoute({
  getParentRoute: inShell,
  path: '/bin',
  validateSearch: narrowing,
  component: lazyRouteComponent(() => import('./pages/Bin'), 'Bin'),
})
const gallery = createRoute({
  getParentRoute: inShell,
  path: '/gallery',
  loader: () => Promise.all([loadTexts('gallery'), loadTexts('settings')]),
  component: lazyRouteComponent(() => import('./pages/gallery/Gallery'), 'Gallery'),
})

const settings = createRoute({
  getParentRoute: inShell,
  path: '/settings',
  loader: () => loadTexts('settings'),
  component: lazyRouteComponent(() => import('./settings/Settings'), 'Settings'),
})
const inSettings = () => settings
const settingsRoutes = [
  createRoute({
    getParentRoute: inSettings,
    path: '/',
    component: lazyRouteComponent(() => import('./settings/Overview'), 'Overview'),
  }),
  createRoute({
    getParentRoute: inSettings,
    path: '/objects',
    component: lazyRouteComponent(() => import('./settings/objects/Objects'), 'Objects'),
  }),
  createRoute({
    getParentRoute: inSettings,
    path: '/objects/$name',
    component: lazyRouteComponent(() => import('./settings/objects/ObjectSettings'), 'ObjectSettings'),
  }),
  createRoute({
    getParentRoute: inSettings,
    path: '/objects/$name/layout',
    component: lazyRouteComponent(() => import('./settings/layout/LayoutPage'), 'LayoutPage'),
  }),
  createRoute({
    getParentRoute: inSettings,
    path: '/objects/$name/views',
    component: lazyRouteComponent(() => import('./settings/views/ViewsPage'), 'ViewsPage'),
  }),
  createRoute({
    getParentRoute: inSettings,
    path: '/pipelines',
    component: lazyRouteComponent(() => import('./settings/pipelines/Pipelines'), 'Pipelines'),
  }),
  createRoute({
    getParentRoute: inSettings,
    path: '/profiles',
    component: lazyRouteComponent(() => import('./settings/profiles/Profiles'), 'Profiles'),
  }),
  createRoute({
    getParentRoute: inSettings,
    path: '/profiles/$name',
    component: lazyRouteComponent(() => import('./settings/profiles/ProfilePage'), 'ProfilePage'),
  }),
  createRoute({
    getParentRoute: inSettings,
    path: '/users',
    component: lazyRouteComponent(() => import('./settings/users/Users'), 'Users'),
  }),
  createRoute({
    getParentRoute: inSettings,
    path: '/workspace',
    component: lazyRouteComponent(() => import('./settings/WorkspaceSettings'), 'WorkspaceSettings'),
  }),
  createRoute({
    getParentRoute: inSettings,
    path: '/currencies',
    component: lazyRouteComponent(() => import('./settings/Currencies'), 'Currencies'),
  }),
  createRoute({
    getParentRoute: inSettings,
    path: '/tokens',
    component: lazyRouteComponent(() => import('./settings/Tokens'), 'Tokens'),
  }),
]

const list = createRoute({
  getParentRoute: inShell,
  path: '/o/$object',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('@/engine/pages/ListPage'), 'ListPage'),
})
const record = createRoute({
  getParentRoute: inShell,
  path: '/o/$object/$id',
  validateSearch: anySearch,
  component: lazyRouteComponent(() => import('@/engine/pages/RecordPage'), 'RecordPage'),
})

const moduleRoutes = MODULES.flatMap((module) =>
  (module.routes ?? []).map(({ path, load, texts }) =>
    createRoute({
      getParentRoute: inShell,
      path,
      ...(texts ? { loader: () => loadTexts(texts) } : {}),
      component: lazyRouteComponent(load, 'Page'),
    }),
  ),
)

const tree = root.addChildren([
  signIn,
  welcome,
  setup,
  start,
  shell.addChildren([
    home,
    work,
    me,
    bin,
    gallery,
    settings.addChildren(settingsRoutes),
    list,
    record,
    ...moduleRoutes,
  ]),
])

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 150,
  defaultPendingMinMs: 200,
  defaultPendingComponent: PagePending,
  defaultErrorComponent: PageError,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

/** Whoever is not signed in goes there first, and comes back. */
async function requireSession(href: string): Promise<void> {
  await queryClient.ensureQueryData(sessionQuery).catch((error: unknown) => {
    if (!(error instanceof ApiProblem) || error.status !== 401) throw error
    throw redirect({ to: '/sign-in', search: href === '/' ? {} : { next: href } })
  })
}

/** Only addresses of our own: a sign-in page must not send people elsewhere. */
function isInside(next: unknown): next is string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next)
}

/** What a link to the bin asks for: the records of one object, or what is called so. */
function narrowing({ object, search }: Record<string, unknown>): { object?: string; search?: string } {
  return {
    ...(typeof object === 'string' && object ? { object } : {}),
    ...(search === undefined || search === '' ? {} : { search: String(search) }),
  }
}

/** The engine reads its own part of the address; it forgives what it does not know. */
function anySearch(search: Record<string, unknown>): Record<string, unknown> {
  return search
}
