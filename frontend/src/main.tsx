/** Starts the app: language first, then the first picture. */

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App'
import { setLocale } from './platform/i18n'
import { currentPrefs } from './platform/prefs'
import { listenForShortcuts } from './platform/shortcuts'
import { installWorker, renewWhenOutdated } from './platform/worker'

await setLocale(currentPrefs().locale)
listenForShortcuts()
installWorker()
renewWhenOutdated()

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
