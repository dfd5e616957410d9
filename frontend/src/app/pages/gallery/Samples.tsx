/** Buttons, chips, faces and fields. */

import { IconDots, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import {
  Avatar,
  AvatarStack,
  Badge,
  Button,
  Card,
  Checkbox,
  Chip,
  IconButton,
  Kbd,
  NumberInput,
  OPTION_COLORS,
  PasswordInput,
  Person,
  SearchBox,
  SegmentedControl,
  Select,
  Switch,
  TextArea,
  TextInput,
} from '@/design'
import { t } from '@/platform/i18n'
import page from '../page.module.css'
import classes from './gallery.module.css'

const PEOPLE = [
  { name: 'Anna Berg' },
  { name: '王小明' },
  { name: 'Luis Ortega' },
  { name: '李娜' },
  { name: 'Jo Okafor' },
]

export function ButtonSamples() {
  return (
    <Card title={t('gallery.buttons')}>
      <div className={classes.sample}>
        <Button variant="primary">{t('action.save')}</Button>
        <Button icon={<IconPlus size={16} />}>{t('action.add')}</Button>
        <Button variant="quiet">{t('action.cancel')}</Button>
        <Button variant="danger">{t('action.delete')}</Button>
        <Button loading>{t('action.save')}</Button>
        <Button disabled>{t('action.edit')}</Button>
        <Button size="sm">{t('action.edit')}</Button>
        <IconButton label={t('action.more')}>
          <IconDots size={18} aria-hidden />
        </IconButton>
        <Kbd keys="mod+k" />
        <Kbd keys="g d" />
      </div>
    </Card>
  )
}

export function ChipSamples() {
  return (
    <Card title={t('gallery.chips')}>
      <div className={classes.sample}>
        {OPTION_COLORS.map((color) => (
          <Chip key={color} color={color}>
            {t(`colour.${color}`)}
          </Chip>
        ))}
        <Chip color="teal" dot>
          {t('colour.teal')}
        </Chip>
        <Chip color="blue" retired>
          {t('colour.blue')}
        </Chip>
        <Badge>12</Badge>
        <Badge tone="accent">3</Badge>
        <Badge tone="danger">7</Badge>
        <Badge tone="warn">1</Badge>
        <Badge tone="good">5</Badge>
      </div>
    </Card>
  )
}

export function FaceSamples() {
  return (
    <Card title={t('gallery.faces')}>
      <div className={classes.sample}>
        {PEOPLE.map(({ name }) => (
          <Avatar key={name} name={name} size={36} named />
        ))}
        <Avatar name="Nordlicht GmbH" kind="company" size={36} named />
        <Avatar name="华星科技有限公司" kind="company" size={36} named />
        <AvatarStack people={PEOPLE} most={3} size={32} />
        <Person name="王小明" hint="wang@example.com" size={36} />
      </div>
    </Card>
  )
}

export function InputSamples() {
  const [text, setText] = useState('')
  return (
    <Card title={t('gallery.fields')}>
      <div className={page.stack}>
        <TextInput label={t('users.name')} description={t('users.emailHelp')} defaultValue="Anna Berg" />
        <TextInput label={t('users.email')} defaultValue="anna@" error={t('signIn.wrong')} />
        <NumberInput label={t('kind.number')} defaultValue={1200} thousandSeparator />
        <Select label={t('me.theme')} data={[t('me.theme.light'), t('me.theme.dark')]} />
        <PasswordInput
          label={t('signIn.password')}
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
        />
        <TextArea label={t('fields.help')} minRows={2} autosize />
        <SearchBox value={text} onChange={setText} label={t('nav.search')} />
        <SegmentedControl aria-label={t('me.density')} data={[t('me.density.comfortable'), t('me.density.compact')]} />
        <Checkbox label={t('fields.required')} defaultChecked />
        <Switch label={t('fields.searchable')} defaultChecked />
      </div>
    </Card>
  )
}
