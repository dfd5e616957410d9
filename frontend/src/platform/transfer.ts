/** Files to and from the server: uploads that show progress, downloads that keep the server's file name. */

import { apiUrl, csrfToken } from './api'
import { ApiProblem, offlineProblem, problemFrom } from './problem'

export interface UploadOptions {
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
}

/** Sends a form or one file; fetch cannot tell how far an upload is, XMLHttpRequest can. */
export function upload<T>(path: string, data: FormData | File, options: UploadOptions = {}): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', apiUrl(path))
    request.setRequestHeader('X-CSRF-Token', csrfToken())
    request.setRequestHeader('Accept-Language', document.documentElement.lang)
    request.upload.onprogress = (event) => event.lengthComputable && options.onProgress?.(event.loaded / event.total)
    request.onload = () => {
      const body = parse(request.responseText)
      if (request.status < 300) resolve(body as T)
      else reject(new ApiProblem(request.status, body))
    }
    request.onerror = () => reject(offlineProblem())
    request.onabort = () => reject(new DOMException('Aborted', 'AbortError'))
    options.signal?.addEventListener('abort', () => request.abort())
    request.send(data instanceof FormData ? data : formOf(data))
  })
}

/** Fetches a file (POST when there is a body) and hands it to the browser to save. */
export async function download(path: string, body?: unknown, fallbackName = 'kith'): Promise<void> {
  const response = await fetch(apiUrl(path), {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'X-CSRF-Token': csrfToken(), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    body: body === undefined ? null : JSON.stringify(body),
  }).catch(() => {
    throw offlineProblem()
  })
  if (!response.ok) throw await problemFrom(response)
  save(await response.blob(), fileName(response.headers.get('Content-Disposition')) ?? fallbackName)
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

function fileName(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  if (encoded) return decodeURIComponent(encoded)
  return /filename="?([^";]+)"?/i.exec(disposition ?? '')?.[1]
}

function formOf(file: File): FormData {
  const form = new FormData()
  form.append('file', file)
  return form
}

function parse(text: string): Record<string, unknown> {
  try {
    return JSON.parse(text || '{}') as Record<string, unknown>
  } catch {
    return {}
  }
}
