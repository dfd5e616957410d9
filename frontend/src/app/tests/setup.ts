/** What a browser has and the test environment lacks; English texts for every test. */

import { loadTexts, setLocale } from '@/platform/i18n'

window.matchMedia ??= (query: string) =>
  ({ matches: false, media: query, addEventListener: () => undefined, removeEventListener: () => undefined }) as never
window.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
Element.prototype.scrollIntoView ??= () => undefined

await loadTexts('settings')
await loadTexts('gallery')
await loadTexts('exchange')
await loadTexts('setup')
await setLocale('en')
