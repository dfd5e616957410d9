/** Anything a machine has left here, as JSON. */

import { t } from '@/platform/i18n'
import type { Json } from '@/platform/types'
import { JsonInput, TextFilter } from '../lazily'
import classes from '../parts/cells.module.css'
import { fieldUi } from '../types'
import { UNREADABLE } from './unreadable'

export const json = fieldUi<Json>({
  Cell: ({ value, wide }) =>
    wide ? (
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling block must be reachable by keyboard
      <pre className={classes.codeWide} tabIndex={0}>
        {JSON.stringify(value, null, 2)}
      </pre>
    ) : (
      <code className={classes.code}>{JSON.stringify(value)}</code>
    ),
  Input: JsonInput,
  Filter: TextFilter,
  inline: 'open',
  width: 220,
  text: (value) => JSON.stringify(value),
  check: (value) => (value === UNREADABLE ? t('engine.check.json') : undefined),
})
