/** Sections under tabs, when the layout says so: a bar to choose with, and the sections of the chosen tab. */

import { type ReactNode, useState } from 'react'
import { Tabs } from '@/design'
import { t } from '@/platform/i18n'

export function useSectionTabs<S extends { readonly tab: string }>(
  sections: readonly S[],
): { readonly bar: ReactNode; readonly shown: readonly S[] } {
  const [chosen, setChosen] = useState('')
  const tabs = [...new Set(sections.map((section) => section.tab))]
  const tab = tabs.includes(chosen) ? chosen : (tabs[0] ?? '')
  const bar = tabs.length > 1 && (
    <Tabs value={tab} onChange={(next) => setChosen(next ?? '')}>
      <Tabs.List aria-label={t('engine.record.details')}>
        {tabs.map((each) => (
          <Tabs.Tab key={each} value={each}>
            {each || t('engine.record.details')}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  )
  return { bar, shown: sections.filter((section) => section.tab === tab) }
}
