/** State of a small form: its values, what the server said about each, and whether it is on its way. */

import { useState } from 'react'
import { ApiProblem, problemText } from './api'

export interface Form<V extends object> {
  readonly values: V
  readonly busy: boolean
  /** What the server said about the whole; shown above the fields. */
  readonly problem: string
  /** The error itself, for pages that know more about it. */
  readonly failure: unknown
  set<K extends keyof V>(name: K, value: V[K]): void
  /** What the server said about one field. */
  error(name: string): string | undefined
  /** Sends; returns whether it went well. */
  send(work: (values: V) => Promise<unknown>): Promise<boolean>
}

export function useForm<V extends object>(initial: V): Form<V> {
  const [values, setValues] = useState(initial)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const fields = failure instanceof ApiProblem ? fieldErrors(failure) : {}
  const set: Form<V>['set'] = (name, value) => {
    setValues((present) => ({ ...present, [name]: value }))
  }
  const send: Form<V>['send'] = async (work) => {
    setBusy(true)
    setFailure(undefined)
    try {
      await work(values)
      return true
    } catch (error) {
      setFailure(error ?? new Error())
      return false
    } finally {
      setBusy(false)
    }
  }
  const placed = Object.keys(fields).some((name) => name in values)
  const problem = failure === undefined || placed ? '' : problemText(failure)
  return { values, busy, problem, failure, set, error: (name) => fields[name], send }
}

/** By field name; an error that names a place ("options[2].label") belongs to the field that the place begins with. */
function fieldErrors(problem: ApiProblem): Readonly<Record<string, string>> {
  const byName = Object.entries(problem.fields ?? {}).map(([name, { message }]) => [name, message])
  const head = problem.place?.split(/[.[]/)[0]
  return { ...(head ? { [head]: problemText(problem) } : {}), ...Object.fromEntries(byName) }
}
