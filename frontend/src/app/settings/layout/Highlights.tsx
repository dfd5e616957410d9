/** The figures at the top of a record, in their order. */

import { horizontalListSortingStrategy, SortableContext } from '@dnd-kit/sortable'
import { IconPlus, IconX } from '@tabler/icons-react'
import { Button, Card, IconButton, Menu } from '@/design'
import { t } from '@/platform/i18n'
import type { FieldMeta } from '@/platform/types'
import type { ArrangeProps } from './Canvas'
import { dropped, idOf, nameOf } from './drag'
import classes from './layout.module.css'
import { dropHighlight, MOST_HIGHLIGHTS, moveHighlight } from './model'
import { Sorting, usePart } from './Sorting'

export function Highlights({ object, draft, onChange }: ArrangeProps) {
  const find = (name: string) => object.fields.find((field) => field.name === name)
  const shown = draft.highlights.flatMap((name) => find(name) ?? [])
  const others = object.fields.filter((field) => !draft.highlights.includes(field.name))
  return (
    <Card title={t('layout.highlights')}>
      <p className={classes.hint}>{t('layout.highlightsHelp')}</p>
      <Sorting
        onMove={(active, over) => onChange(dropped(draft, active, over))}
        nameOf={(id) => find(nameOf(id))?.label ?? id}
      >
        <SortableContext items={shown.map((field) => idOf('h', field.name))} strategy={horizontalListSortingStrategy}>
          <ul className={classes.highlights}>
            {shown.map((field) => (
              <Highlight key={field.name} field={field} onRemove={() => onChange(dropHighlight(draft, field.name))} />
            ))}
            <li>
              <Menu>
                <Menu.Target>
                  <Button size="sm" icon={<IconPlus size={14} />} disabled={shown.length >= MOST_HIGHLIGHTS}>
                    {t('layout.addHighlight')}
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  {others.map((field) => (
                    <Menu.Item
                      key={field.name}
                      onClick={() => onChange(moveHighlight(draft, field.name, shown.length))}
                    >
                      {field.label}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            </li>
          </ul>
        </SortableContext>
      </Sorting>
    </Card>
  )
}

function Highlight({ field, onRemove }: { readonly field: FieldMeta; readonly onRemove: () => void }) {
  const { ref, style, grip, dragging } = usePart(idOf('h', field.name), field.label)
  return (
    <li ref={ref} style={style} className={classes.field} data-dragging={dragging}>
      {grip}
      <span className={classes.fieldName}>{field.label}</span>
      <IconButton label={t('layout.removeField', { name: field.label })} size="sm" onClick={onRemove}>
        <IconX size={14} aria-hidden />
      </IconButton>
    </li>
  )
}
