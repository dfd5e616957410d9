import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ApiProblem } from '@/platform/api'
import { keys } from '@/platform/keys'
import { queryClient } from '@/platform/query'
import { keepDraft, readDraft, sweepDrafts } from '../../form/draft'
import { holdUnsent, takeUnsent, untilAnswered } from '../unsent'

const me = (id: string): void => {
  queryClient.setQueryData(keys.session, { user: { id }, workspace: { slug: 'pine' } })
}

beforeEach(() => {
  localStorage.clear()
  me('anna')
})

describe('a change on its way', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  test('test_it_is_sent_again_until_the_server_answers', async () => {
    const answers = [new ApiProblem(0, {}), new ApiProblem(503, {}), 'saved']
    const send = vi.fn(async () => {
      const answer = answers.shift()
      if (answer instanceof Error) throw answer
      return answer
    })
    const sent = untilAnswered(send)
    await vi.runAllTimersAsync()
    expect(await sent).toBe('saved')
    expect(send).toHaveBeenCalledTimes(3)
  })

  test('test_an_answer_is_an_answer_even_if_it_is_no', async () => {
    const refused = new ApiProblem(400, {})
    const send = vi.fn(() => Promise.reject(refused))
    await expect(untilAnswered(send)).rejects.toBe(refused)
    expect(send).toHaveBeenCalledTimes(1)
  })
})

describe('what has not reached the server', () => {
  test('test_it_waits_for_the_next_visit_when_the_page_goes_first', async () => {
    holdUnsent('thing', '1', { values: { name: 'typed' }, version: 3 })
    expect(takeUnsent('thing', '1')).toBeUndefined()
    vi.resetModules()
    const reloaded = await import('../unsent')
    const again = await import('@/platform/query')
    again.queryClient.setQueryData(keys.session, { user: { id: 'anna' }, workspace: { slug: 'pine' } })
    expect(reloaded.takeUnsent('thing', '1')).toEqual({ values: { name: 'typed' }, version: 3 })
  })

  test('test_it_is_forgotten_once_there_is_an_answer', () => {
    const first = holdUnsent('thing', '2', { values: { name: 'a' }, version: 1 })
    const second = holdUnsent('thing', '2', { values: { size: 2 }, version: 1 })
    first()
    expect(localStorage.length).toBe(1)
    second()
    expect(localStorage.length).toBe(0)
  })

  test('test_somebody_else_on_this_device_does_not_see_it', () => {
    keepDraft('create.thing', { name: 'mine' })
    me('boris')
    expect(readDraft('create.thing')).toBeUndefined()
    keepDraft('create.thing', { name: 'his' })
    me('anna')
    expect(readDraft('create.thing')).toEqual({ name: 'mine' })
  })

  test('test_a_draft_that_nobody_came_back_for_is_swept_away', () => {
    keepDraft('create.thing', { name: 'old' })
    sweepDrafts(Date.now() + 40 * 86_400_000)
    expect(localStorage.length).toBe(0)
  })
})
