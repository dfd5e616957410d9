/** A record: who is involved and what comes next, then its fields, and what has been said and done. */

import { useState } from 'react'
import { Tabs, useIsPhone } from '@/design'
import { t } from '@/platform/i18n'
import type { ObjectMeta } from '@/platform/types'
import type { Entry } from '../store/entry'
import { Colleagues } from './Colleagues'
import { Details } from './Details'
import { Gone } from './Gone'
import { RecordHead } from './RecordHead'
import { Related } from './Related'
import classes from './record.module.css'
import { Timeline } from './Timeline'

export interface RecordViewProps {
  readonly object: ObjectMeta
  readonly entry: Entry
  /** In the side panel of a list: one column, no page around it. */
  readonly narrow?: boolean
  readonly onClose?: () => void
}

export function RecordView({ object, entry, narrow, onClose }: RecordViewProps) {
  const phone = useIsPhone()
  const rec = entry.view
  const shared = { object, rec }
  const head = (
    <>
      {entry.gone ? <Gone object={object} id={rec.id} /> : null}
      <RecordHead {...shared} narrow={Boolean(narrow)} onClose={onClose} />
    </>
  )
  if (phone || narrow) {
    return (
      <div className={classes.narrow}>
        {head}
        <Sections {...shared} />
      </div>
    )
  }
  return (
    <div className={classes.page}>
      <div className={classes.head}>{head}</div>
      <div className={classes.columns}>
        <div className={classes.talk}>
          <Timeline {...shared} />
        </div>
        <aside className={classes.side} aria-label={t('engine.record.details')}>
          <Details {...shared} />
          <Colleagues {...shared} />
          <Related {...shared} />
        </aside>
      </div>
    </div>
  )
}

type Tab = 'timeline' | 'details' | 'related'

function Sections(props: Pick<RecordViewProps, 'object'> & { rec: Entry['view'] }) {
  const [tab, setTab] = useState<Tab>('details')
  return (
    <Tabs value={tab} onChange={(next) => setTab((next as Tab | null) ?? 'details')} keepMounted={false}>
      <Tabs.List className={classes.tabs} grow>
        <Tabs.Tab value="details">{t('engine.record.details')}</Tabs.Tab>
        <Tabs.Tab value="timeline">{t('engine.record.timeline')}</Tabs.Tab>
        <Tabs.Tab value="related">{t('engine.record.related')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="details" className={classes.panel}>
        <Details {...props} />
      </Tabs.Panel>
      <Tabs.Panel value="timeline" className={classes.panel}>
        <Timeline {...props} />
      </Tabs.Panel>
      <Tabs.Panel value="related" className={classes.panel}>
        <Colleagues {...props} />
        <Related {...props} />
      </Tabs.Panel>
    </Tabs>
  )
}
