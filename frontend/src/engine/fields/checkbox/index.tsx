/** Yes or no; changed by the click itself. */

import { IconCheck, IconMinus } from '@tabler/icons-react'
import { t } from '@/platform/i18n'
import { CheckboxInput, CheckFilter } from '../lazily'
import classes from '../parts/cells.module.css'
import { fieldUi } from '../types'

const word = (value: boolean): string => t(value ? 'engine.yes' : 'engine.no')

export const checkbox = fieldUi<boolean>({
  Cell: ({ value }) =>
    value ? (
      <IconCheck className={classes.yes} size={18} role="img" aria-label={word(true)} />
    ) : (
      <IconMinus className={classes.no} size={16} role="img" aria-label={word(false)} />
    ),
  Input: CheckboxInput,
  Filter: CheckFilter,
  inline: 'toggle',
  width: 90,
  text: word,
})
