/** Objects down, rights across. What follows "all others" is quiet; changing it sets the object apart. */

import { IconArrowBackUp } from '@tabler/icons-react'
import { Button, Checkbox, IconButton, NativeSelect, ObjectIcon } from '@/design'
import { t } from '@/platform/i18n'
import { useMeta } from '@/platform/meta'
import type { ObjectMeta, Profile, Reach } from '@/platform/types'
import { isApart, likeOthers, OTHERS, REACHES, REACHING, rightsOf, SWITCHES, withRights } from './model'
import classes from './profiles.module.css'

const COLUMNS = [...REACHING, ...SWITCHES]

export interface MatrixProps {
  readonly profile: Profile
  readonly onChange: (profile: Profile) => void
  readonly onFields: (object: string) => void
}

export function Matrix({ profile, onChange, onFields }: MatrixProps) {
  const { objects } = useMeta()
  return (
    <div className={classes.frame}>
      <table className={classes.matrix}>
        <caption className="visually-hidden">{t('profiles.matrix')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('profiles.object')}</th>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`profiles.right.${column}`)}
              </th>
            ))}
            <th scope="col">{t('fields.title')}</th>
          </tr>
        </thead>
        <tbody>
          <ObjectRow profile={profile} onChange={onChange} onFields={onFields} />
          {objects.map((object) => (
            <ObjectRow key={object.name} object={object} profile={profile} onChange={onChange} onFields={onFields} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ObjectRow({ object, profile, onChange, onFields }: MatrixProps & { readonly object?: ObjectMeta }) {
  const name = object?.name ?? OTHERS
  const label = object?.plural ?? t('profiles.others')
  const rights = rightsOf(profile, name)
  const follows = object !== undefined && !isApart(profile, name)
  const limited = Object.keys(rights.fields).length
  const shown = limited > 0 ? t('profiles.limited', { count: limited }) : t('profiles.allFields')
  return (
    <tr data-follows={follows}>
      <th scope="row">
        <span className={classes.object}>
          <ObjectIcon name={object?.icon ?? 'database'} />
          {label}
          {object && !follows && (
            <IconButton
              label={t('profiles.likeOthers', { name: label })}
              size="sm"
              onClick={() => onChange(likeOthers(profile, name))}
            >
              <IconArrowBackUp size={16} aria-hidden />
            </IconButton>
          )}
        </span>
      </th>
      {REACHING.map((right) => (
        <td key={right} data-label={t(`profiles.right.${right}`)}>
          <NativeSelect
            size="xs"
            aria-label={`${label}: ${t(`profiles.right.${right}`)}`}
            value={rights[right]}
            data={REACHES.map((reach) => ({ value: reach, label: t(`profiles.reach.${reach}`) }))}
            onChange={(event) => onChange(withRights(profile, name, { [right]: event.currentTarget.value as Reach }))}
          />
        </td>
      ))}
      {SWITCHES.map((right) => (
        <td key={right} data-label={t(`profiles.right.${right}`)}>
          <Checkbox
            aria-label={`${label}: ${t(`profiles.right.${right}`)}`}
            checked={rights[right]}
            onChange={(event) => onChange(withRights(profile, name, { [right]: event.currentTarget.checked }))}
          />
        </td>
      ))}
      <td data-label={t('fields.title')}>
        {object && (
          <Button
            size="sm"
            variant="quiet"
            aria-label={`${shown} · ${t('profiles.fieldsOf', { name: label })}`}
            onClick={() => onFields(name)}
          >
            {shown}
          </Button>
        )}
      </td>
    </tr>
  )
}
