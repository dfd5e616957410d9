/** The one road to the server: JSON over fetch, CSRF, problem+json, and waiting for a new sign-in when a session ends. */

import { reportAnswer, reportNoAnswer } from './online'
import { ApiProblem, offlineProblem, problemFrom } from './problem'

export { ApiProblem, fieldProblem, problemText } from './problem'

type Scalar = string | number | boolean
export type Params = Readonly<Record<string, Scalar | null | undefined>>

export interface CallOptions {
  readonly params?: Params
  readonly headers?: Readonly<Record<string, string>>
  readonly ifMatch?: number | string
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
  /** Answer 401 at once instead of asking the person to sign in again. */
  readonly anonymous?: boolean
  /** Sees what the answer says beside its body. */
  readonly onHeaders?: (headers: Headers) => void
}

export const api = {
  get: <T>(path: string, options?: CallOptions) => call<T>('GET', path, undefined, options),
  post: <T>(path: string, body?: unknown, options?: CallOptions) => call<T>('POST', path, body, options),
  put: <T>(path: string, body?: unknown, options?: CallOptions) => call<T>('PUT', path, body, options),
  patch: <T>(path: string, body?: unknown, options?: CallOptions) => call<T>('PATCH', path, body, options),
  del: <T = void>(path: string, options?: CallOptions) => call<T>('DELETE', path, undefined, options),
}

let csrf = ''
let renewal: (() => Promise<boolean>) | undefined

/** The session tells the client which token proves that a change comes from this page. */
export function setCsrf(token: string): void {
  csrf = token
}

export const csrfToken = (): string => csrf

/** Sets what to do when the session has ended: resolve true once signed in again. */
export function onSessionEnd(renew: (() => Promise<boolean>) | undefined): void {
  renewal = renew
}

export function apiUrl(path: string, params?: Params): string {
  const given = Object.entries(params ?? {}).filter(([, value]) => value !== undefined && value !== null)
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString()
  return `/api${path}${query ? `?${query}` : ''}`
}

async function call<T>(method: string, path: string, body: unknown, options: CallOptions = {}): Promise<T> {
  const response = await send(method, path, body, options)
  if (response.ok) return read<T>(response, options)
  if (response.status === 401 && renewal && !options.anonymous && (await renewal())) {
    const second = await send(method, path, body, options)
    if (second.ok) return read<T>(second, options)
    throw await problemFrom(second)
  }
  throw await problemFrom(response)
}

async function send(method: string, path: string, body: unknown, options: CallOptions): Promise<Response> {
  const request = {
    method,
    headers: headersFor(method, body, options),
    body: body === undefined ? null : body instanceof FormData ? body : JSON.stringify(body),
    credentials: 'same-origin' as const,
    ...(options.signal ? { signal: options.signal } : {}),
  }
  try {
    const response = await fetch(apiUrl(path, options.params), request)
    reportAnswer()
    return response
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    reportNoAnswer()
    throw offlineProblem()
  }
}

function headersFor(method: string, body: unknown, options: CallOptions): Record<string, string> {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'Accept-Language': document.documentElement.lang,
  }
  if (body !== undefined && !(body instanceof FormData)) headers['Content-Type'] = 'application/json'
  if (method !== 'GET' && csrf) headers['X-CSRF-Token'] = csrf
  if (options.ifMatch !== undefined) headers['If-Match'] = etag(options.ifMatch)
  if (options.idempotencyKey) headers['Idempotency-Key'] = options.idempotencyKey
  return { ...headers, ...options.headers }
}

const etag = (version: number | string): string => (typeof version === 'number' ? `"v${version}"` : version)

async function read<T>(response: Response, { onHeaders }: CallOptions): Promise<T> {
  onHeaders?.(response.headers)
  if (response.status === 204) return undefined as T
  const text = await response.text()
  if (!text) return undefined as T
  try {
    return JSON.parse(text) as T
  } catch {
    throw new ApiProblem(502, { code: 'http.not_json' })
  }
}
