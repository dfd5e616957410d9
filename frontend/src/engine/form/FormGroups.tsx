/** The fields of a form in their groups: first what matters, then, on request, all of them. */

import { useState } from 'react'
import { Button } from '@/design'
import { t } from '@/platform/i18n'
import type { FieldMeta, ObjectMeta } from '@/platform/types'
import { isEmpty } from '../store/entry'
import { Duplicates } from './Duplicates'
import { FormField } from './FormField'
import classes from './form.module.css'
import type { DraftForm } from './useDraftForm'

interface FormGroupsProps {
  readonly object: ObjectMeta
  readonly form: DraftForm
  readonly onOpen: () => void
}

export function FormGroups({ object, form, onOpen }: FormGroupsProps) {
  const [all, setAll] = useState(false)
  const { groups, first, values, change, leave, errorOf } = form
  const isShown = (field: FieldMeta): boolean =>
    all ||
    first.has(field.name) ||
    Boolean(errorOf(field.name)) ||
    Boolean(field.required) ||
    !isEmpty(values[field.name])
  const hidden = groups.flatMap((group) => group.fields).filter((field) => !isShown(field)).length
  return (
    <>
      {groups.map((group) => {
        const shown = group.fields.filter((field) => isShown(field))
        if (shown.length === 0) return null
        return (
          <fieldset key={group.name} className={classes.group}>
            {all && group.label ? <legend className={classes.legend}>{group.label}</legend> : null}
            {shown.map((field) => (
              <div key={field.name}>
                <FormField
                  object={object}
                  field={field}
                  values={values}
                  error={errorOf(field.name)}
                  onChange={(value) => change(field.name, value)}
                  onLeave={() => leave(field.name)}
                />
                <Duplicates object={object} field={field} values={values} onOpen={onOpen} />
              </div>
            ))}
          </fieldset>
        )
      })}
      {all || hidden === 0 ? null : (
        <Button variant="quiet" onClick={() => setAll(true)}>
          {t('engine.form.more', { count: hidden })}
        </Button>
      )}
    </>
  )
}
