/** A pipeline as data: the stages are the options of a choice field, and their config says what they mean. Pure. */

import { dependsOn } from '@/engine/fields/choice/options'
import type { FieldMeta, Json, ObjectMeta, OptionMeta } from '@/platform/types'

export type Outcome = 'open' | 'won' | 'lost'

/** The field whose options are the stages, and the choice that says to which pipeline a stage belongs, if there is one. */
export interface Track {
  readonly object: ObjectMeta
  readonly stages: FieldMeta
  readonly lines: FieldMeta | undefined
}

export function tracksOf(objects: readonly ObjectMeta[]): readonly Track[] {
  return objects.flatMap((object) => {
    const stages = object.fields.find((field) => field.name === object.board_field && field.kind === 'choice')
    if (!stages) return []
    const parent = dependsOn(stages)
    const leads = stages.options?.some((option) => outcomeOf(option) !== 'open' || option.config?.probability)
    // A board by kind or by family leads nowhere; what an admin made may become a pipeline.
    if (!parent && !leads && !object.custom) return []
    return [{ object, stages, lines: object.fields.find((field) => field.name === parent) }]
  })
}

export const outcomeOf = ({ config = {} }: OptionMeta): Outcome =>
  config.won === true ? 'won' : config.lost === true ? 'lost' : 'open'

/** A deal that is won is certain, one that is lost is not to be had. */
export function withOutcome(option: OptionMeta, outcome: Outcome): OptionMeta {
  const { won: _w, lost: _l, ...rest } = option.config ?? {}
  if (outcome === 'open') return { ...option, config: rest }
  return { ...option, config: { ...rest, probability: outcome === 'won' ? 100 : 0, [outcome]: true } }
}

export function withSetting(option: OptionMeta, name: string, value: Json | undefined): OptionMeta {
  const { [name]: _, ...rest } = option.config ?? {}
  return { ...option, config: value === undefined ? rest : { ...rest, [name]: value } }
}

export const numberOf = (option: OptionMeta, name: string): number | undefined => {
  const value = option.config?.[name]
  return typeof value === 'number' ? value : undefined
}

export const stagesOf = (options: readonly OptionMeta[], lines: FieldMeta | undefined, line: string) =>
  lines ? options.filter((option) => option.config?.[lines.name] === line) : options

/** The stages of one pipeline in a new order, those of the others where they were. */
export function replaced(
  options: readonly OptionMeta[],
  lines: FieldMeta | undefined,
  line: string,
  stages: readonly OptionMeta[],
): readonly OptionMeta[] {
  if (!lines) return stages
  const rest = options.filter((option) => option.config?.[lines.name] !== line)
  const at = options.findIndex((option) => option.config?.[lines.name] === line)
  const before = at < 0 ? rest.length : options.slice(0, at).filter((option) => rest.includes(option)).length
  return rest.toSpliced(before, 0, ...stages)
}

/** What stands in the way of saving, as a key of the messages. */
export function faultOf(stages: readonly OptionMeta[]): string | undefined {
  if (stages.some((stage) => !stage.label.trim())) return 'pipelines.nameStages'
  const used = stages.filter((stage) => !stage.retired)
  if (!used.some((stage) => outcomeOf(stage) === 'open')) return 'pipelines.needOpen'
  const ends = new Set(used.map(outcomeOf))
  return ends.has('won') === ends.has('lost') ? undefined : 'pipelines.needEnds'
}
