/** Stages keep their pipeline and their order, and a pipeline can be finished. */

import { expect, test } from 'vitest'
import type { FieldMeta, OptionMeta } from '@/platform/types'
import { faultOf, outcomeOf, replaced, stagesOf, tracksOf, withOutcome, withSetting } from '../model'

const stage = (key: string, line: string, more = {}): OptionMeta => ({
  key,
  label: key,
  color: 'blue',
  config: { line, ...more },
})
const LINES: FieldMeta = { name: 'line', label: 'Line', kind: 'choice' }
const OPTIONS = [stage('a1', 'a'), stage('a2', 'a', { won: true }), stage('b1', 'b'), stage('a3', 'a', { lost: true })]

test('the objects with a board have stages, with the choice on which they depend', () => {
  const stages: FieldMeta = { name: 'stage', label: 'Stage', kind: 'choice', config: { depends_on: 'line' } }
  const base = { label: '', plural: '', icon: '', title_field: 'name', rights: {} }
  const found = tracksOf([
    { ...base, name: 'boat', board_field: 'stage', fields: [LINES, stages] },
    { ...base, name: 'port', fields: [LINES] },
    { ...base, name: 'crew', board_field: 'line', fields: [LINES] },
  ])
  expect(found.map((each) => [each.object.name, each.stages.name, each.lines?.name])).toEqual([
    ['boat', 'stage', 'line'],
  ])
})

test('a new order of one pipeline leaves the others alone', () => {
  const [a1, a2, , a3] = OPTIONS as [OptionMeta, OptionMeta, OptionMeta, OptionMeta]
  const moved = replaced(OPTIONS, LINES, 'a', [a3, a1, a2])
  expect(moved.map((option) => option.key)).toEqual(['a3', 'a1', 'a2', 'b1'])
  expect(stagesOf(moved, LINES, 'b').map((option) => option.key)).toEqual(['b1'])
  expect(replaced(OPTIONS, LINES, 'c', [stage('c1', 'c')]).at(-1)?.key).toBe('c1')
})

test('an end has the probability that it means', () => {
  const won = withOutcome(stage('x', 'a', { probability: 40, lost: true }), 'won')
  expect(won.config).toEqual({ line: 'a', probability: 100, won: true })
  expect(outcomeOf(withOutcome(won, 'open'))).toBe('open')
  expect(withSetting(won, 'stuck_after', undefined).config).not.toHaveProperty('stuck_after')
})

test('a pipeline needs a beginning, and both ends or none', () => {
  expect(faultOf(stagesOf(OPTIONS, LINES, 'a'))).toBeUndefined()
  expect(faultOf([stage('a', 'a')])).toBeUndefined()
  expect(faultOf([{ ...stage('a', 'a'), label: ' ' }])).toBe('pipelines.nameStages')
  expect(faultOf([stage('a', 'a', { won: true })])).toBe('pipelines.needOpen')
  expect(faultOf([stage('a', 'a'), stage('b', 'a', { won: true })])).toBe('pipelines.needEnds')
})
