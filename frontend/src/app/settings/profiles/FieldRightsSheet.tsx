/** The rights of a profile on the single fields of an object. */

import { useState } from 'react'
import { Button, Row, Rows, SearchBox, SegmentedControl, Sheet } from '@/design'
import { t } from '@/platform/i18n'
import { useObject } from '@/platform/meta'
import type { FieldRight, Profile } from '@/platform/types'
import { KIND_FORMS } from '../objects/kinds'
import { FIELD_RIGHTS, rightsOf, withField } from './model'
import classes from './profiles.module.css'

export interface FieldRightsSheetProps {
  readonly object: string
  readonly profile: Profile
  readonly onChange: (profile: Profile) => void
  readonly onClose: () => void
}

export function FieldRightsSheet({ object: name, profile, onChange, onClose }: FieldRightsSheetProps) {
  const object = useObject(name)
  const [text, setText] = useState('')
  const wanted = text.trim().toLocaleLowerCase()
  const fields = object?.fields.filter(({ label }) => label.toLocaleLowerCase().includes(wanted)) ?? []
  const { fields: limits } = rightsOf(profile, name)
  const title = t('profiles.fieldsTitle', { profile: profile.label, object: object?.plural ?? name })
  const footer = (
    <Button variant="primary" onClick={onClose}>
      {t('profiles.done')}
    </Button>
  )
  return (
    <Sheet open onClose={onClose} title={title} size={560} tall footer={footer}>
      <p className={classes.hint}>{t('profiles.fieldsHelp')}</p>
      <SearchBox value={text} onChange={setText} label={t('profiles.searchFields')} />
      <Rows>
        {fields.map((field) => {
          const Icon = KIND_FORMS[field.kind].icon
          return (
            <Row
              key={field.name}
              lead={<Icon size={18} stroke={1.75} aria-hidden />}
              end={
                <SegmentedControl
                  size="xs"
                  aria-label={field.label}
                  value={limits[field.name] ?? 'write'}
                  data={FIELD_RIGHTS.map((right) => ({ value: right, label: t(`profiles.field.${right}`) }))}
                  onChange={(right) => onChange(withField(profile, name, field.name, right as FieldRight))}
                />
              }
            >
              {field.label}
            </Row>
          )
        })}
      </Rows>
    </Sheet>
  )
}
