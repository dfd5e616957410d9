/** One record in the bin: what it is, who deleted it and when, and the way back. */

import { Button, Checkbox, ObjectIcon, Row } from '@/design'
import { formatRelative } from '@/platform/format'
import { t } from '@/platform/i18n'
import { useMeta } from '@/platform/meta'
import classes from './bin.module.css'
import { type Binned, nameOf, restore } from './binned'

interface BinLineProps {
  readonly item: Binned
  readonly chosen: boolean
  readonly onChoose: () => void
}

export function BinLine({ item, chosen, onChoose }: BinLineProps) {
  const object = useMeta().objects.find((each) => each.name === item.object)
  const who = item.deleted_by?.label
  const when = formatRelative(item.deleted_at)
  return (
    <Row
      lead={
        <span className={classes.lead}>
          <Checkbox aria-label={t('bin.choose', { label: nameOf(item) })} checked={chosen} onChange={onChoose} />
          <ObjectIcon name={object?.icon} />
        </span>
      }
      hint={[object?.label, who ? t('bin.by', { who, when }) : when].filter(Boolean).join(' · ')}
      end={
        <Button size="sm" onClick={() => void restore([item])}>
          {t('action.restore')}
        </Button>
      }
    >
      {nameOf(item)}
    </Row>
  )
}
