/** The service worker: an instant start, an honest page without a line, and word of a new version. */

import { createStore, useStore } from '@/lib/store'

const ASK_EVERY = 60 * 60_000
const waiting = createStore<ServiceWorker | null>(null)

/** Installs the worker once the page is quiet; while developing there is none. */
export function installWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const controlled = navigator.serviceWorker.controller !== null
  // The texts are loaded before the app starts, and by then the page may have been quiet for long.
  if (document.readyState === 'complete') register()
  else window.addEventListener('load', register)
  let reloading = false
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (!controlled || reloading) return
    reloading = true
    window.location.reload()
  })
}

function register(): void {
  navigator.serviceWorker
    .register('/worker.js')
    .then((registration) => {
      notice(registration)
      setInterval(() => void registration.update().catch(() => undefined), ASK_EVERY)
    })
    .catch(() => undefined)
}

/** A page of an older version asks for a file that a new one has replaced: start anew, once. */
export function renewWhenOutdated(): void {
  const PLACE = 'kith.renewed'
  const SOON = 20_000
  window.addEventListener('vite:preloadError', (event) => {
    if (Date.now() - Number(sessionStorage.getItem(PLACE) ?? 0) < SOON) return
    sessionStorage.setItem(PLACE, String(Date.now()))
    event.preventDefault()
    window.location.reload()
  })
}

/** How to go over to the version that is waiting, if there is one. */
export function useNewVersion(): (() => void) | undefined {
  const worker = useStore(waiting)
  return worker ? () => worker.postMessage('take over') : undefined
}

function notice(registration: ServiceWorkerRegistration): void {
  const ready = () => {
    if (registration.waiting && navigator.serviceWorker.controller) waiting.set(registration.waiting)
  }
  ready()
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', ready)
  })
}
