/** The sections of a record page, to be dragged, named, moved between tabs; and the fields that none of them shows. */

import { rectSortingStrategy, SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { IconPlus } from '@tabler/icons-react'
import { Button, Card } from '@/design'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import { dropped, idOf, kindOf, nameOf } from './drag'
import classes from './layout.module.css'
import { addSection, addTab, allSections, type LayoutDraft, moveField, tabWith, unplaced } from './model'
import { SectionCard } from './SectionCard'
import { Sorting } from './Sorting'
import { TabHead } from './TabHead'

export interface ArrangeProps {
  readonly object: ObjectMeta
  readonly draft: LayoutDraft
  readonly onChange: (draft: LayoutDraft) => void
}

export function Canvas({ object, draft, onChange }: ArrangeProps) {
  return (
    <Sorting
      onMove={(active, over) => onChange(dropped(draft, active, over))}
      nameOf={(id) => spokenName(object, draft, id)}
    >
      <SortableContext items={draft.tabs.map((tab) => idOf('t', tab.id))} strategy={verticalListSortingStrategy}>
        {draft.tabs.map((tab, index) => (
          <TabHead key={tab.id} tab={tab} index={index} draft={draft} onChange={onChange}>
            <SortableContext
              items={tab.sections.map((section) => idOf('s', section.name))}
              strategy={verticalListSortingStrategy}
            >
              {tab.sections.map((section) => (
                <SectionCard key={section.name} section={section} object={object} draft={draft} onChange={onChange} />
              ))}
            </SortableContext>
            <div className={classes.adders}>
              <Button
                size="sm"
                icon={<IconPlus size={14} />}
                onClick={() => onChange(addSection(draft, tab.id, t('layout.newSection')))}
              >
                {t('layout.addSection')}
              </Button>
              {index === draft.tabs.length - 1 && (
                <Button
                  size="sm"
                  variant="quiet"
                  icon={<IconPlus size={14} />}
                  onClick={() => onChange(addTab(draft, t('layout.newTab')))}
                >
                  {t('layout.addTab')}
                </Button>
              )}
            </div>
          </TabHead>
        ))}
      </SortableContext>
      <Spare object={object} draft={draft} onChange={onChange} />
    </Sorting>
  )
}

/** Fields outside the sections: a click puts one into the last section. */
function Spare({ object, draft, onChange }: ArrangeProps) {
  const names = unplaced(object, draft)
  const last = allSections(draft).at(-1)
  if (names.length === 0) return null
  return (
    <Card title={t('layout.spare')}>
      <p className={classes.hint}>{t('layout.spareHelp')}</p>
      <SortableContext items={names.map((name) => idOf('f', name))} strategy={rectSortingStrategy}>
        <div className={classes.spare}>
          {names.map((name) => (
            <Button
              key={name}
              size="sm"
              icon={<IconPlus size={14} />}
              disabled={!last}
              onClick={() => last && onChange(moveField(draft, name, last.name, last.fields.length))}
            >
              {object.fields.find((field) => field.name === name)?.label ?? name}
            </Button>
          ))}
        </div>
      </SortableContext>
    </Card>
  )
}

function spokenName(object: ObjectMeta, draft: LayoutDraft, id: string): string {
  const name = nameOf(id)
  if (kindOf(id) === 't') return draft.tabs.find((tab) => tab.id === name)?.label || t('engine.record.details')
  if (kindOf(id) !== 's') return object.fields.find((field) => field.name === name)?.label ?? name
  const section = allSections(draft).find((each) => each.name === name)
  const tab = draft.tabs.length > 1 ? tabWith(draft, name)?.label : ''
  return [tab, section?.label].filter(Boolean).join(', ')
}
