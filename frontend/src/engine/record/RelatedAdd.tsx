/** Adds to a related list: finds what is there already and links it, or makes a new one that belongs here. */

import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { IconButton, toast } from '@/design'
import { problemText } from '@/platform/api'
import { requestCreate } from '@/platform/create'
import { t } from '@/platform/i18n'
import type { FieldMeta, LinkValue, ObjectMeta } from '@/platform/types'
import { touchLists } from '../data/list'
import { saveRecord } from '../data/save'
import { quickCreate } from '../form/quickCreate'
import { RecordList } from '../lookup/RecordList'
import { isWritable } from '../meta/paths'
import { PickPopover } from '../parts/PickPopover'

interface RelatedAddProps {
  readonly other: ObjectMeta
  readonly pointer: FieldMeta
  readonly link: LinkValue
}

export function RelatedAdd({ other, pointer, link }: RelatedAddProps) {
  const [open, setOpen] = useState(false)
  // A part belongs to one whole from the start; what merely points here can be there already.
  const canLink = pointer.kind === 'link' && Boolean(other.rights.update) && isWritable(pointer)
  const given = { [pointer.name]: link }
  const label = t('engine.related.add', { object: other.label })
  const pick = (found: LinkValue): void => {
    setOpen(false)
    void saveRecord(other, found.id, given, { undo: true }).then(() => touchLists(other.name))
  }
  const create = (name: string): void => {
    setOpen(false)
    quickCreate(other, name, given).then(
      () => touchLists(other.name),
      (error: unknown) => toast({ text: problemText(error), tone: 'danger' }),
    )
  }
  const button = (
    <IconButton
      size="sm"
      label={label}
      aria-haspopup={canLink ? 'dialog' : undefined}
      onClick={() => (canLink ? setOpen(!open) : requestCreate(other.name, given))}
    >
      <IconPlus size={16} />
    </IconButton>
  )
  if (!canLink) return button
  return (
    <PickPopover opened={open} onClose={() => setOpen(false)} title={label} target={button} width={300}>
      <RecordList object={other.name} label={label} selected={[]} onPick={pick} canCreate onCreate={create} />
    </PickPopover>
  )
}
