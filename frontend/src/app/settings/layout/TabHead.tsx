/** A tab of the record page while it is being arranged; a page with one tab shows no tabs, so neither does this. */

import { IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { IconButton, TextInput } from '@/design'
import { t } from '@/platform/i18n'
import { idOf } from './drag'
import classes from './layout.module.css'
import { type DraftTab, dropTab, type LayoutDraft, renameTab } from './model'
import { usePart } from './Sorting'

export interface TabHeadProps {
  readonly tab: DraftTab
  readonly index: number
  readonly draft: LayoutDraft
  readonly onChange: (draft: LayoutDraft) => void
  readonly children: ReactNode
}

export function TabHead({ tab, index, draft, onChange, children }: TabHeadProps) {
  const name = tab.label || t('engine.record.details')
  const { ref, style, grip, dragging } = usePart(idOf('t', tab.id), name)
  const several = draft.tabs.length > 1
  return (
    <section ref={ref} style={style} className={classes.tab} data-several={several} data-dragging={dragging}>
      {several && (
        <div className={classes.tabHead}>
          {grip}
          <TextInput
            aria-label={t('layout.tabName')}
            placeholder={index === 0 ? t('engine.record.details') : t('layout.newTab')}
            value={tab.label}
            onChange={(event) => onChange(renameTab(draft, tab.id, event.currentTarget.value))}
          />
          <IconButton label={t('layout.removeTab', { name })} onClick={() => onChange(dropTab(draft, tab.id))}>
            <IconTrash size={16} aria-hidden />
          </IconButton>
        </div>
      )}
      <div className={classes.sections}>{children}</div>
    </section>
  )
}
