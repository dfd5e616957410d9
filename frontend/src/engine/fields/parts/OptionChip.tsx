/** Options as chips, in the colour that the administrator gave them. */

import { Chip } from '@/design'
import { t } from '@/platform/i18n'
import type { OptionMeta } from '@/platform/types'
import classes from './cells.module.css'

/** Colours that other products call differently, by the names of our palette. */
const SAME: Readonly<Record<string, string>> = { cyan: 'teal', yellow: 'amber', lime: 'green', grape: 'violet' }

export const optionColor = (color: string | undefined): string => SAME[color ?? ''] ?? color ?? 'gray'

export function OptionChip({ option, plain }: { option: OptionMeta; plain?: boolean }) {
  return (
    <Chip color={optionColor(option.color)} dot={Boolean(plain)}>
      {option.label}
    </Chip>
  )
}

interface ChipsProps {
  readonly options: readonly OptionMeta[]
  readonly wide?: boolean | undefined
}

/** In a list as many as are likely to fit, then how many more there are. */
export function OptionChips({ options, wide }: ChipsProps) {
  const shown = wide ? options : options.slice(0, FIT)
  const rest = options.length - shown.length
  return (
    <span className={classes.chips} data-wide={wide || undefined}>
      {shown.map((option) => (
        <OptionChip key={option.key} option={option} />
      ))}
      {rest > 0 ? (
        <span className={classes.more} title={options.map((option) => option.label).join(', ')}>
          {t('engine.more', { n: rest })}
        </span>
      ) : null}
    </span>
  )
}

const FIT = 3
