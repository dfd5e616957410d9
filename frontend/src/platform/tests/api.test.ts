/** The client tells errors apart, proves where changes come from, and survives the end of a session. */

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiProblem, api, onSessionEnd, problemText, setCsrf } from '../api'
import { isOnline } from '../online'

type Answer = { readonly status?: number; readonly body?: unknown }

const sent: { readonly url: string; readonly init: RequestInit }[] = []
let answers: (Answer | Error)[] = []

beforeEach(() => {
  sent.length = 0
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    sent.push({ url, init })
    const answer = answers.shift() ?? {}
    if (answer instanceof Error) throw answer
    const body = answer.body === undefined ? null : JSON.stringify(answer.body)
    return new Response(body, { status: answer.status ?? 200 })
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  onSessionEnd(undefined)
  setCsrf('')
})

const header = (index: number, name: string) => new Headers(sent[index]?.init.headers).get(name)

test('reads leave out parameters that are not set', async () => {
  answers = [{ body: { items: [] } }]
  await api.get('/search', { params: { q: '华星', limit: 5, after: undefined } })
  expect(sent[0]?.url).toBe('/api/search?q=%E5%8D%8E%E6%98%9F&limit=5')
})

test('changes carry the token and the version that was seen', async () => {
  setCsrf('secret')
  answers = [{ body: {} }]
  await api.patch('/records/deal/1', { name: 'x' }, { ifMatch: 3 })
  expect(header(0, 'X-CSRF-Token')).toBe('secret')
  expect(header(0, 'If-Match')).toBe('"v3"')
})

test('a refusal comes with its code, place and fields', async () => {
  answers = [
    {
      status: 400,
      body: { code: 'x.y', detail: 'No.', fields: { name: { code: 'required', message: 'Fill it in.' } } },
    },
  ]
  const problem = await api.post('/records/deal', {}).catch((error: unknown) => error)
  expect(problem).toBeInstanceOf(ApiProblem)
  expect(problem).toMatchObject({ status: 400, code: 'x.y', fields: { name: { message: 'Fill it in.' } } })
  expect(problemText(problem)).toBe('No.')
})

test('a dead line is told apart from a refusal, and remembered until an answer comes', async () => {
  answers = [new TypeError('failed'), {}]
  const problem = await api.get('/meta').catch((error: unknown) => error)
  expect(problem).toMatchObject({ offline: true })
  expect(isOnline()).toBe(false)
  await api.get('/meta')
  expect(isOnline()).toBe(true)
})

test('a request that meets a closed door is sent again after a new sign-in', async () => {
  onSessionEnd(async () => true)
  answers = [{ status: 401 }, { body: { id: '1' } }]
  await expect(api.post('/records/deal', { name: 'x' })).resolves.toEqual({ id: '1' })
  expect(sent).toHaveLength(2)
})

test('signing in with a wrong password does not ask to sign in again', async () => {
  const renew = vi.fn(async () => true)
  onSessionEnd(renew)
  answers = [{ status: 401 }]
  await expect(api.post('/session', {}, { anonymous: true })).rejects.toMatchObject({ status: 401 })
  expect(renew).not.toHaveBeenCalled()
})

test('a proxy that speaks HTML is not shown to people', async () => {
  vi.stubGlobal('fetch', async () => new Response('<html>Bad gateway</html>', { status: 502 }))
  const problem = await api.get('/meta').catch((error: unknown) => error)
  expect(problemText(problem)).not.toContain('html')
})
