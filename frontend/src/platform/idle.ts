/** Loads ahead what will be wanted soon, when the browser has nothing else to do. */

type Load = () => Promise<unknown>

const WAIT = 3000

export function whenIdle(loads: readonly Load[]): () => void {
  const run = () => {
    for (const load of loads) load().catch(() => undefined)
  }
  if (!('requestIdleCallback' in window)) {
    const timer = setTimeout(run, WAIT / 3)
    return () => clearTimeout(timer)
  }
  const asked = requestIdleCallback(run, { timeout: WAIT })
  return () => cancelIdleCallback(asked)
}
