/** Errors of the server (problem+json) and of the line, as one class that every page can show. */

import { hasMessage, t } from './i18n'

export interface FieldProblem {
  readonly code: string
  readonly message: string
}

export class ApiProblem extends Error {
  readonly status: number
  readonly code: string
  readonly title: string
  readonly detail: string
  readonly place: string | undefined
  readonly fields: Readonly<Record<string, FieldProblem>> | undefined
  readonly body: Readonly<Record<string, unknown>>

  constructor(status: number, body: Readonly<Record<string, unknown>>) {
    const text = (name: string): string => (typeof body[name] === 'string' ? (body[name] as string) : '')
    super(text('detail') || text('title') || `HTTP ${status}`)
    this.name = 'ApiProblem'
    this.status = status
    this.code = text('code') || `http.${status}`
    this.title = text('title')
    this.detail = text('detail')
    this.place = text('place') || undefined
    this.fields = body.fields as ApiProblem['fields']
    this.body = body
  }

  /** No answer came: the line or the server is down. */
  get offline(): boolean {
    return this.status === 0
  }
}

export function offlineProblem(): ApiProblem {
  return new ApiProblem(0, { code: 'offline' })
}

/** Reads a failed answer; a proxy that speaks HTML instead of problem+json is understood too. */
export async function problemFrom(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => ({}))
  return new ApiProblem(response.status, body && typeof body === 'object' ? (body as Record<string, unknown>) : {})
}

/** One sentence for people: what happened. The server's own words come first, they are in the reader's language. */
export function problemText(error: unknown): string {
  if (!(error instanceof ApiProblem)) return t('problem.unknown')
  if (error.offline) return t('problem.offline')
  if (error.status === 502 || error.status === 503 || error.status === 504) return t('problem.unavailable')
  if (error.detail) return error.detail
  const key = `problem.status.${error.status}`
  return hasMessage(key) ? t(key) : error.title || t('problem.unknown')
}

/** The message for one form field, if the server complained about it. */
export function fieldProblem(error: unknown, field: string): string | undefined {
  return error instanceof ApiProblem ? error.fields?.[field]?.message : undefined
}
