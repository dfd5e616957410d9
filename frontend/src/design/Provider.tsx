/** Theme, density, toasts and questions around the whole app. */

import './styles'
import { MantineProvider } from '@mantine/core'
import { type ReactNode, useEffect, useSyncExternalStore } from 'react'
import { usePrefs } from '@/platform/prefs'
import { ConfirmHost } from './Dialog'
import { cssVariables, theme } from './theme'
import { ToastHost } from './toast'

export function DesignProvider({ children }: { readonly children: ReactNode }) {
  const { theme: wanted, density } = usePrefs()
  const system = useSystemScheme()
  useEffect(() => {
    document.documentElement.dataset.density = density
  }, [density])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      forceColorScheme={wanted === 'system' ? system : wanted}
    >
      {children}
      <ConfirmHost />
      <ToastHost />
    </MantineProvider>
  )
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
