/** The providers around the router. A change of language draws everything anew. */

import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { DesignProvider } from '@/design'
import { useLocale } from '@/platform/i18n'
import { queryClient } from '@/platform/query'
import { router } from './router'

export function App() {
  const locale = useLocale()
  return (
    <QueryClientProvider client={queryClient}>
      <DesignProvider key={locale}>
        <RouterProvider router={router} />
      </DesignProvider>
    </QueryClientProvider>
  )
}
