/** Picks several records; the list stays open until the person turns away. */

import type { LinkValue } from '@/platform/types'
import { Named, RecordList } from '../../lookup/RecordList'
import { PickField } from '../../parts/PickField'
import type { InputProps } from '../types'

export function LinksInput(props: InputProps<readonly LinkValue[]>) {
  const { field, value, label, inline, onChange } = props
  const to = field.to ?? ''
  const chosen = value ?? []
  const toggle = (link: LinkValue): void => {
    const others = chosen.filter((each) => each.id !== link.id)
    const next = others.length < chosen.length ? others : [...chosen, link]
    onChange(next.length > 0 ? next : null)
  }
  const list = <RecordList object={to} label={label} multiple selected={chosen} onPick={toggle} canCreate />
  if (inline) return list
  return (
    <PickField
      {...props}
      content={
        chosen.length > 0 ? chosen.map((link) => <Named key={link.id} object={to} label={link.label ?? ''} />) : null
      }
    >
      {() => list}
    </PickField>
  )
}
