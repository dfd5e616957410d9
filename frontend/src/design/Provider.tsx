/** Theme, density, toasts and questions around the whole app. */

import './styles'
import { MantineProvider } from '@mantine/core'
import { lazy, type ReactNode, Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { useStore } from '@/lib/store'
import { usePrefs } from '@/platform/prefs'
import { asked } from './confirm'
import { cssVariables, theme } from './theme'
import { TipHost } from './tip'
import { ToastHost } from './toast'

export function DesignProvider({ children }: { readonly children: ReactNode }) {
  const { theme: wanted, density, motion } = usePrefs()
  const system = useSystemScheme()
  useEffect(() => {
    document.documentElement.dataset.density = density
    document.documentElement.dataset.motion = motion
  }, [density, motion])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme={wanted === 'system' ? system : wanted}
    >
      {children}
      <ConfirmHost />
      <TipHost />
      <ToastHost />
    </MantineProvider>
  )
}

const ConfirmDialog = lazy(() => import('./ConfirmDialog').then((module) => ({ default: module.ConfirmDialog })))

/** Stays once something was asked, so that the dialog can close with its motion. */
function ConfirmHost() {
  const question = useStore(asked)
  const [used, setUsed] = useState(false)
  if (question && !used) setUsed(true)
  return <Suspense fallback={null}>{used && <ConfirmDialog />}</Suspense>
}

const dark = typeof window === 'undefined' ? undefined : window.matchMedia('(prefers-color-scheme: dark)')

function useSystemScheme(): 'light' | 'dark' {
  return useSyncExternalStore(
    (listener) => {
      dark?.addEventListener('change', listener)
      return () => dark?.removeEventListener('change', listener)
    },
    () => (dark?.matches ? 'dark' : 'light'),
  )
}
