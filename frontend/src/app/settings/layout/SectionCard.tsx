/** A section while it is being arranged: its name, its fields, and where it can go. */

import { rectSortingStrategy, SortableContext } from '@dnd-kit/sortable'
import { IconDots } from '@tabler/icons-react'
import { IconButton, Menu, TextInput } from '@/design'
import { t } from '@/platform/i18n'
import type { FieldMeta } from '@/platform/types'
import type { ArrangeProps } from './Canvas'
import { idOf } from './drag'
import classes from './layout.module.css'
import {
  allSections,
  type DraftSection,
  dropField,
  dropSection,
  moveField,
  moveSection,
  renameSection,
  tabWith,
} from './model'
import { usePart } from './Sorting'

interface SectionCardProps extends ArrangeProps {
  readonly section: DraftSection
}

export function SectionCard({ section, object, draft, onChange }: SectionCardProps) {
  const { ref, style, grip, dragging } = usePart(idOf('s', section.name), section.label)
  const fields = section.fields.flatMap((name) => object.fields.find((field) => field.name === name) ?? [])
  return (
    <section ref={ref} style={style} className={classes.section} data-dragging={dragging} aria-label={section.label}>
      <header className={classes.sectionHead}>
        {grip}
        <TextInput
          aria-label={t('layout.sectionName')}
          value={section.label}
          error={!section.label.trim()}
          onChange={(event) => onChange(renameSection(draft, section.name, event.currentTarget.value))}
        />
        <SectionMenu section={section} object={object} draft={draft} onChange={onChange} />
      </header>
      <SortableContext items={section.fields.map((name) => idOf('f', name))} strategy={rectSortingStrategy}>
        <ul className={classes.fields}>
          {fields.map((field) => (
            <FieldTile
              key={field.name}
              field={field}
              section={section}
              object={object}
              draft={draft}
              onChange={onChange}
            />
          ))}
        </ul>
      </SortableContext>
      {fields.length === 0 && <p className={classes.empty}>{t('layout.emptySection')}</p>}
    </section>
  )
}

function SectionMenu({ section, draft, onChange }: SectionCardProps) {
  const tab = tabWith(draft, section.name)
  if (!tab) return null
  const at = tab.sections.findIndex((each) => each.name === section.name)
  const to = (index: number) => () => onChange(moveSection(draft, section.name, tab.id, index))
  return (
    <Menu>
      <Menu.Target>
        <IconButton label={t('layout.sectionMenu', { name: section.label })} size="sm">
          <IconDots size={16} aria-hidden />
        </IconButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item disabled={at === 0} onClick={to(at - 1)}>
          {t('layout.up')}
        </Menu.Item>
        <Menu.Item disabled={at === tab.sections.length - 1} onClick={to(at + 1)}>
          {t('layout.down')}
        </Menu.Item>
        {draft.tabs
          .filter((each) => each.id !== tab.id)
          .map((each) => (
            <Menu.Item
              key={each.id}
              onClick={() => onChange(moveSection(draft, section.name, each.id, each.sections.length))}
            >
              {t('layout.toPlace', { name: each.label || t('engine.record.details') })}
            </Menu.Item>
          ))}
        <Menu.Item onClick={() => onChange(dropSection(draft, section.name))}>{t('layout.removeSection')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

interface FieldTileProps extends SectionCardProps {
  readonly field: FieldMeta
}

function FieldTile({ field, section, draft, onChange }: FieldTileProps) {
  const { ref, style, grip, dragging } = usePart(idOf('f', field.name), field.label)
  const at = section.fields.indexOf(field.name)
  const to = (name: string, index: number) => () => onChange(moveField(draft, field.name, name, index))
  return (
    <li ref={ref} style={style} className={classes.field} data-dragging={dragging}>
      {grip}
      <span className={classes.fieldName}>{field.label}</span>
      <Menu>
        <Menu.Target>
          <IconButton label={t('layout.fieldMenu', { name: field.label })} size="sm">
            <IconDots size={16} aria-hidden />
          </IconButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item disabled={at === 0} onClick={to(section.name, at - 1)}>
            {t('layout.up')}
          </Menu.Item>
          <Menu.Item disabled={at === section.fields.length - 1} onClick={to(section.name, at + 1)}>
            {t('layout.down')}
          </Menu.Item>
          {allSections(draft)
            .filter((each) => each.name !== section.name)
            .map((each) => (
              <Menu.Item key={each.name} onClick={to(each.name, each.fields.length)}>
                {t('layout.toPlace', { name: each.label })}
              </Menu.Item>
            ))}
          <Menu.Item onClick={() => onChange(dropField(draft, field.name))}>
            {t('layout.removeField', { name: field.label })}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}
