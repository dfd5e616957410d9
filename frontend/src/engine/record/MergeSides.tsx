/** Two records side by side, field by field where they differ: a click decides whose value stays. */

import { cx } from '@/design'
import { t } from '@/platform/i18n'
import { titleOf } from '@/platform/meta'
import type { FieldMeta, ObjectMeta, Rec } from '@/platform/types'
import { FieldValue, valueText } from '../fields/FieldValue'
import { isWritable } from '../meta/paths'
import classes from './merge.module.css'
import type { Preview } from './useMergePreview'

interface MergeSidesProps {
  readonly object: ObjectMeta
  readonly preview: Preview
  readonly taken: ReadonlySet<string>
  readonly onChoose: (name: string, side: 'mine' | 'theirs') => void
}

export function MergeSides({ object, preview, taken, onChoose }: MergeSidesProps) {
  const [stays, goes] = preview.records
  const fields = object.fields.filter(
    (field) => isWritable(field) && (preview.differing.includes(field.name) || field.name in preview.filled),
  )
  if (fields.length === 0) return <p>{t('engine.merge.same')}</p>
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('record.merge.field')}</th>
          <th scope="col">{titleOf(object, stays)}</th>
          <th scope="col">{titleOf(object, goes)}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => {
          const theirs = taken.has(field.name) || field.name in preview.filled
          return (
            <tr key={field.name}>
              <th scope="row">{field.label}</th>
              <Side
                field={field}
                rec={stays}
                on={!theirs}
                onPick={() => onChoose(field.name, 'mine')}
                fixed={field.name in preview.filled}
              />
              <Side
                field={field}
                rec={goes}
                on={theirs}
                onPick={() => onChoose(field.name, 'theirs')}
                fixed={field.name in preview.filled}
              />
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

interface SideProps {
  readonly field: FieldMeta
  readonly rec: Rec
  readonly on: boolean
  /** Only one of them has a value: nothing to decide. */
  readonly fixed: boolean
  readonly onPick: () => void
}

function Side({ field, rec, on, fixed, onPick }: SideProps) {
  const value = rec[field.name]
  const shown = <FieldValue field={field} value={value} wide empty={<em>{t('engine.pick.empty')}</em>} />
  return (
    <td className={cx(classes.side, on && classes.on)} data-fixed={fixed || undefined}>
      {fixed ? (
        shown
      ) : (
        <label className={classes.pick}>
          <input
            type="radio"
            name={`merge-${field.name}`}
            checked={on}
            onChange={onPick}
            aria-label={`${field.label}: ${valueText(field, value) || t('engine.pick.empty')}`}
          />
          <span>{shown}</span>
        </label>
      )}
    </td>
  )
}
