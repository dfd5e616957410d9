/** Which fields moved, from what to what, in few words. */

import { t } from '@/platform/i18n'
import type { FieldChange, ObjectMeta } from '@/platform/types'
import classes from './Home.module.css'
import { plainText } from './plainText'

const FEW = 3

export interface FieldNewsProps {
  readonly changes: readonly FieldChange[]
  readonly object: ObjectMeta | undefined
}

export function FieldNews({ changes, object }: FieldNewsProps) {
  return changes.slice(0, FEW).map((change) => {
    const options = object?.fields.find((field) => field.name === change.field)?.options
    const before = plainText(change.before, change.kind, options)
    return (
      <div className={classes.change} key={change.field}>
        <span>{change.label}:</span>
        {before && (
          <>
            <del>{before}</del>
            <span aria-hidden>→</span>
          </>
        )}
        <ins>{plainText(change.after, change.kind, options) || t('home.emptied')}</ins>
      </div>
    )
  })
}
